import { isObject } from '../../kinds/records/records.js';

/** One encoder of a model: its architecture and configuration. */
export interface Tower {
  readonly type: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** It was saved with its counterpart, so its projection must be there. */
  readonly paired: boolean;
}

/** Architectures of two encoders, for pictures and for texts. */
export const pairs: Readonly<Record<string, { readonly vision: string; readonly text: string }>> = {
  clip: { vision: 'clip_vision_model', text: 'clip_text_model' },
  siglip: { vision: 'siglip_vision_model', text: 'siglip_text_model' },
};

/** The encoder that becomes the model. Of two it is that of pictures, unless `preferText` or there is none. */
export function towerOf(config: Readonly<Record<string, unknown>>, preferText: boolean): Tower {
  const type = String(config.model_type ?? 'unknown');
  const pair = Object.hasOwn(pairs, type) ? pairs[type] : undefined;
  if (!pair) return { type, config, paired: false };
  const onlyText = isObject(config.text_config) && !isObject(config.vision_config);
  const kind = preferText || onlyText ? 'text' : 'vision';
  const { projection_dim } = config;
  return {
    type: pair[kind],
    // Early files of CLIP have the values that count in the second.
    config: {
      ...fields(config[`${kind}_config`]),
      ...fields(config[`${kind}_config_dict`]),
      ...(projection_dim === undefined ? {} : { projection_dim }),
    },
    paired: true,
  };
}

const fields = (value: unknown): Readonly<Record<string, unknown>> => (isObject(value) ? value : {});
