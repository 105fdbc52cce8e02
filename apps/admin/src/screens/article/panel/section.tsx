import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import classes from './section.module.css';

interface Props {
  readonly title: string;
  /** A figure or word beside the title. */
  readonly count?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
  /** Begins closed, and draws what is in it only when opened. */
  readonly folded?: boolean;
}

/** A part of the claim panel under its heading. */
export function Section({ title, count, action, children, folded = false }: Props) {
  const id = useId();
  const [open, setOpen] = useState(!folded);
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.head}>
        <h3 id={id} className={classes.title}>
          <button type="button" className={classes.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
            <IconChevronDown size={14} className={classes.arrow} aria-hidden />
            {title}
            {count !== undefined && <span className={classes.count}>{count}</span>}
          </button>
        </h3>
        {action}
      </div>
      {open && <div className={classes.body}>{children}</div>}
    </section>
  );
}
