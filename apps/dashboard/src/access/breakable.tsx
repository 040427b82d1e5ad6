import { Fragment } from 'react';

/** A name such as deleteModel or NOT_FOUND, which may be broken between its words. */
export const Breakable = ({ children }: { children: string }) =>
  children.split(/(?<=[a-z])(?=[A-Z])|(?<=_)/).map((word, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {word}
    </Fragment>
  ));
