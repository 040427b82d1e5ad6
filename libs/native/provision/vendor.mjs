import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { command } from './command.mjs';

const require = createRequire(import.meta.url);

/**
 * The vendor's own install script, after a short look whether its download host answers at all.
 * @param {{ tfjsNode: string, deps: string, binding: string, log: (line: string) => void }} input
 */
export async function vendorPrebuilt({ tfjsNode, deps, binding, log }) {
  const url = prebuiltUrl(tfjsNode);
  const behindProxy = isBehindProxy();
  if (!behindProxy) {
    const answer = await answerOf(url);
    if (!answer.ok) throw new Error(`${new URL(url).host} answered ${answer.status} for this platform`);
  }
  log("installing the vendor's prebuilt binding");
  rmSync(deps, { recursive: true, force: true });
  rmSync(dirname(binding), { recursive: true, force: true });
  const tools = join(dirname(dirname(tfjsNode)), '.bin');
  const env = { ...process.env, PATH: `${tools}${delimiter}${process.env.PATH}` };
  await command(process.execPath, ['scripts/install.js'], {
    cwd: tfjsNode,
    env,
    seconds: behindProxy ? 120 : 900,
  });
}

/** Whether the vendor's host, or the mirror that is set, can be reached; said without tfjs-node's package. */
export async function vendorAnswers() {
  const host = process.env.npm_config_tfjs_binding_binary_host_mirror ?? 'https://storage.googleapis.com';
  return (
    isBehindProxy() ||
    answerOf(host).then(
      () => true,
      () => false,
    )
  );
}

const isBehindProxy = () => ['HTTPS_PROXY', 'https_proxy'].some((name) => process.env[name]);

/** @param {string} url */
const answerOf = (url) =>
  fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(4000) }).catch((error) => {
    throw new Error(`no answer from ${new URL(url).host} (${error.cause?.code ?? error.name})`);
  });

/** Built from what tfjs-node's package.json says of its host, or a mirror as its installer names one. @param {string} tfjsNode */
function prebuiltUrl(tfjsNode) {
  const { binary, version } = JSON.parse(readFileSync(join(tfjsNode, 'package.json'), 'utf8'));
  const { PLATFORM_MAPPING, PLATFORM_EXTENSION } = require(join(tfjsNode, 'scripts', 'deps-constants.js'));
  const platform = PLATFORM_MAPPING[process.platform];
  const host = process.env.npm_config_tfjs_binding_binary_host_mirror ?? binary.host;
  return `${host}/napi-v8/${version}/CPU-${platform}-${version}.${PLATFORM_EXTENSION}`;
}
