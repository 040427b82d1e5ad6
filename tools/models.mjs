// npm run models: the models that ship or can be added. npm run models -- add NAME: downloads one and registers it with the running Kshot.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { optionalModel, optionalModels } from './optional-model.mjs';
import { registerModel } from './register-examples.mjs';
import { root } from './setup.mjs';

const [command = 'list', name = ''] = process.argv.slice(2);
if (command === 'add') await add();
else list();

async function add() {
  const model = optionalModels.find((one) => one.name === name);
  if (!model) {
    console.error(`Name one of: ${optionalModels.map((one) => one.name).join(', ')}.`);
    process.exit(1);
  }
  const api = process.env.KSHOT_API_URL ?? `http://127.0.0.1:${process.env.KSHOT_API_PORT ?? 4400}`;
  try {
    const { licence, source } = model;
    const file = await optionalModel(model, (text) => console.log(text));
    console.log(`${file}; registering it at ${api}`);
    await registerModel(api, { name, file, licence, source });
    console.log(`${name} is ready: start a run from it, or build a sub-model.`);
  } catch (error) {
    const { message, cause } = /** @type {Error & { cause?: Error }} */ (error);
    console.error(
      cause
        ? `${name} is kept, but Kshot does not answer at ${api}. Start it with npm start, then add the model again.`
        : message,
    );
    process.exit(1);
  }
}

function list() {
  const shipped = JSON.parse(readFileSync(path.join(root, 'models/index.json'), 'utf8'));
  for (const one of shipped) console.log(`${one.name} (ships, ${one.licence})`);
  for (const one of optionalModels)
    console.log(`${one.name} (${Math.round(one.bytes / 1e6)} MB, ${one.licence}): ${one.for}`);
}
