import { IconArrowNarrowRight } from '@tabler/icons-react';
import { Fragment } from 'react';
import { Foreign } from './foreign.js';
import classes from './steps.module.css';

/** Names or words one after the other, with arrows in the direction of reading; each in its own direction. */
export function Steps({ of, className }: { of: readonly string[]; className?: string | undefined }) {
  return (
    <span className={className}>
      {of.map((step, at) => (
        <Fragment key={at}>
          {at > 0 && <IconArrowNarrowRight size={14} className={classes.arrow} aria-hidden />}
          <Foreign>{step}</Foreign>
        </Fragment>
      ))}
    </span>
  );
}
