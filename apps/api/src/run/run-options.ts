import { type Option, pretrainOptions, settingText } from '@kshot/fewshot';
import type { OptionValue, Run } from './run.type.js';

/** The options of the run's method. */
const optionsOf = (_run: Run): readonly Option[] => pretrainOptions;

/** What was set, leaving out what other settings make idle. */
export function optionValues(run: Run): OptionValue[] {
  return optionsOf(run)
    .filter(({ when }) => !when || when.values.includes(String(run.settings[when.option])))
    .map((option) => {
      const value = run.settings[option.name] ?? option.default;
      return {
        name: option.name,
        label: option.label,
        value: settingText(option, value) + (option.unit ? ` ${option.unit}` : ''),
        isDefault: JSON.stringify(value) === JSON.stringify(option.default),
      };
    });
}

/** The mutation that starts the same run again, ready to paste. */
export function asMutation(run: Run): string {
  const changed = optionsOf(run).flatMap((option) => {
    const value = run.settings[option.name];
    if (value === undefined || JSON.stringify(value) === JSON.stringify(option.default)) return [];
    return [`${option.name}: ${option.kind === 'CHOICE' ? value : JSON.stringify(value)}`];
  });
  const fields = [
    `versionId: "${run.versionId}"`,
    ...(run.splitId ? [`splitId: "${run.splitId}"`] : []),
    `name: ${JSON.stringify(run.name)}`,
    ...(changed.length > 0 ? [`options: { ${changed.join(', ')} }`] : []),
  ];
  return `mutation {\n  startPretraining(input: {\n    ${fields.join('\n    ')}\n  }) { id status }\n}`;
}
