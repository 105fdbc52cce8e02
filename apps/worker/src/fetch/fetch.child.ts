import { PUBLIC_INTERNET } from '#platform';
import { answerFetches } from './fetch.answer.js';

// The whole program of the process that opens foreign addresses. It is started without any of our settings.
answerFetches(PUBLIC_INTERNET);
