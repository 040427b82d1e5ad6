import { writeEncoderModel } from '../encoder-model.mjs';

writeEncoderModel(new URL('model.safetensors', import.meta.url), 'MINILM_L6_USE_LITE', 896);
