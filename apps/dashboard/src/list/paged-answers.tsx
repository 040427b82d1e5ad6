import type { ReactNode } from 'react';
import { formatMany } from '@/format/number';
import { Answer } from '@/ui/answer';
import { Select } from '@/ui/select';
import { MoreButton } from './more-button';
import type { Pages } from './use-pages';

type Menu = {
  label: string;
  value: string;
  choices: readonly { value: string; title: string }[];
  /** Null for the choice without a value. */
  onChange: (value: string | null) => void;
};

type Props<Row> = {
  menus: readonly Menu[];
  pages: Pages<Row>;
  /** What one of them is called in a sentence: "row". */
  what: string;
  label: string;
  render: (row: Row) => ReactNode;
};

/** Answers page by page below menus that order and filter them. */
export function PagedAnswers<Row>({ menus, pages, what, label, render }: Props<Row>) {
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-3">
        {menus.map((menu) => (
          <Select
            key={menu.label}
            aria-label={menu.label}
            className="max-w-48"
            value={menu.value}
            onChange={({ target }) => menu.onChange(target.value || null)}
          >
            {menu.choices.map(({ value, title }) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </Select>
        ))}
        <span className="text-muted">{formatMany(pages.totalCount, what)}</span>
      </div>
      <Answer data={pages.rows} error={pages.error} retry={pages.reload}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="text-muted">No matching {what}s.</p>
          ) : (
            <ul aria-label={label} className="divide-y border-y">
              {rows.map(render)}
            </ul>
          )
        }
      </Answer>
      <MoreButton pages={pages} what={`${what}s`} quiet />
    </>
  );
}
