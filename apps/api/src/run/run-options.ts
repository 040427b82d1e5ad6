import { metaRunOptions } from '@kshot/domain';
import { type Option, pretrainOptions, settingText, transferTrainOptions } from '@kshot/fewshot';
import type { OptionValue, Run } from './run.type.js';

const byTechnique: Readonly<Record<string, readonly Option[]>> = {
  PRETRAIN: pretrainOptions,
  TRANSFER: transferTrainOptions,
  META: metaRunOptions,
};
const mutations: Readonly<Record<string, string>> = {
  PRETRAIN: 'startPretraining',
  TRANSFER: 'startTransfer',
  META: 'startMetaLearning',
};

/** The options of the run's technique. */
const optionsOf = ({ technique }: Run): readonly Option[] => byTechnique[technique] ?? [];

/** What was set, leaving out what other settings make idle. */
export const optionValues = (run: Run): OptionValue[] => optionValuesOf(optionsOf(run), run.settings);

/** The same of any settings. */
export function optionValuesOf(
  options: readonly Option[],
  settings: Readonly<Record<string, unknown>>,
): OptionValue[] {
  return options
    .filter(({ when }) => !when || when.values.includes(String(settings[when.option])))
    .map((option) => {
      const value = settings[option.name] ?? option.default;
      return {
        name: option.name,
        label: option.label,
        group: option.group,
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
    ...(run.parentId ? [`modelId: "${run.parentId}"`] : []),
    ...(run.splitId && run.technique !== 'META' ? [`splitId: "${run.splitId}"`] : []),
    `name: ${JSON.stringify(run.name)}`,
    ...(changed.length > 0 ? [`options: { ${changed.join(', ')} }`] : []),
  ];
  return `mutation {\n  ${mutations[run.technique]}(input: {\n    ${fields.join('\n    ')}\n  }) { id status }\n}`;
}
