'use client';
import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import type { MethodOptionFragment } from '@/generated/graphql';
import { Button } from '@/ui/button';
import { OptionField } from './option-field';
import { isAsked, type OptionTexts, optionText } from './option-text';

/** The method itself is chosen under that heading already. */
const headingOf = (group: string): string => (group === 'Method' ? 'Options of the method' : group);

type Props = {
  options: MethodOptionFragment[];
  texts: OptionTexts;
  errors: Record<string, string>;
  onChange: (texts: OptionTexts) => void;
};

/** All options that the method takes and that the choices so far call for, in the server's groups and order. */
export function OptionGroups({ options, texts, errors, onChange }: Props) {
  const [advanced, setAdvanced] = useState(false);
  const asked = options.filter((option) => isAsked(option, options, texts));
  // An advanced option that is changed or wrong never hides.
  const shown = asked.filter(
    ({ name, ...option }) => advanced || !option.advanced || texts[name] !== undefined,
  );
  const groups = [...new Set(shown.map(({ group }) => group))];
  return (
    <>
      {groups.map((group) => (
        <fieldset key={group} className="border-t pt-4 pb-6">
          <legend className="float-left mb-3 w-full font-semibold">{headingOf(group)}</legend>
          <div className="clear-both grid gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
            {shown
              .filter((option) => option.group === group)
              .map((option) => (
                <OptionField
                  key={option.name}
                  option={option}
                  text={optionText(option, texts)}
                  error={errors[option.name] ?? null}
                  onChange={(text) => onChange({ ...texts, [option.name]: text })}
                />
              ))}
          </div>
        </fieldset>
      ))}
      {asked.some((option) => option.advanced) && (
        <Button look="quiet" aria-pressed={advanced} onClick={() => setAdvanced(!advanced)} className="-ml-3">
          <SlidersHorizontal aria-hidden />
          {advanced ? 'Hide advanced options' : 'Show advanced options'}
        </Button>
      )}
    </>
  );
}
