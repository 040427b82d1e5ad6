import { writeEncoderModel } from '../encoder-model.mjs';

writeEncoderModel(new URL('model.safetensors', import.meta.url), 'USE_LITE', 512);
