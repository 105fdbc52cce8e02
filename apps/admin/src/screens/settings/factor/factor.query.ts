import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/api.js';
import { keys } from '../../../api/keys.js';

export const factorQuery = queryOptions({
  queryKey: keys.secondFactor,
  queryFn: () => api().call('getSecondFactor'),
});
