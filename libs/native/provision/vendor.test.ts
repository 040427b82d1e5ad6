import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { places } from './places.mjs';
import { vendorAnswers, vendorPrebuilt } from './vendor.mjs';

const LIBRARY = '/tensorflow/libtensorflow/libtensorflow-cpu-linux-x86_64-2.9.1.tar.gz';
const BINDING = '/host/napi-v8/4.22.0/CPU-linux-4.22.0.tar.gz';
let server: Server;
let served: Record<string, Buffer>;
let at: { tfjsNode: string; deps: string; binding: string; log: () => void };

/** A tar.gz of one file. */
function tarball(path: string, content: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'tarball-'));
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
  return execFileSync('tar', ['-cz', '-C', folder, path]);
}

/** tfjs-node's package with its install script in a place of its own, so that the real one stays as it is. */
function packageCopy() {
  const { tfjsNode } = places();
  const modules = dirname(dirname(tfjsNode));
  const copy = join(mkdtempSync(join(tmpdir(), 'vendor-')), 'node_modules');
  mkdirSync(copy);
  for (const name of readdirSync(modules))
    if (name !== '@tensorflow') symlinkSync(join(modules, name), join(copy, name));
  const own = join(copy, '@tensorflow', 'tfjs-node');
  mkdirSync(own, { recursive: true });
  for (const name of ['package.json', 'scripts'])
    cpSync(join(tfjsNode, name), join(own, name), { recursive: true });
  return {
    tfjsNode: own,
    deps: join(own, 'deps'),
    binding: join(own, 'lib', 'napi-v8', 'tfjs_binding.node'),
  };
}

beforeEach(async () => {
  served = {
    [LIBRARY]: tarball('lib/libtensorflow.so.2', 'library'),
    [BINDING]: tarball('napi-v8/tfjs_binding.node', 'binding'),
  };
  server = createServer(({ url = '' }, response) => {
    response.statusCode = served[url] ? 200 : 404;
    response.end(served[url]);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env.npm_config_tfjs_binding_binary_host_mirror = `${host}/host`;
  process.env.TFJS_NODE_CDN_STORAGE = `${host}/`;
  at = { ...packageCopy(), log: () => {} };
});

afterEach(() => {
  delete process.env.npm_config_tfjs_binding_binary_host_mirror;
  delete process.env.TFJS_NODE_CDN_STORAGE;
  server.close();
});

describe.runIf(process.platform === 'linux' && process.arch === 'x64')("the vendor's install script", () => {
  it('puts library and binding where tfjs-node looks', async () => {
    await vendorPrebuilt(at);
    expect(readFileSync(join(at.deps, 'lib', 'libtensorflow.so.2'), 'utf8')).toBe('library');
    expect(readFileSync(at.binding, 'utf8')).toBe('binding');
  });

  it('is not run, and nothing removed, where the host has nothing for this platform', async () => {
    delete served[BINDING];
    mkdirSync(at.deps);
    await expect(vendorPrebuilt(at)).rejects.toThrow(/127\.0\.0\.1:\d+ answered 404 for this platform/);
    expect(existsSync(at.deps)).toBe(true);
  });

  it('fails loudly when the download breaks off', async () => {
    served[LIBRARY] = served[LIBRARY]!.subarray(0, 60);
    await expect(vendorPrebuilt(at)).rejects.toThrow(/ended with 1/);
    expect(existsSync(at.binding)).toBe(false);
  });
});

it("the vendor's host answers, before there is a package that names it", async () => {
  expect(await vendorAnswers()).toBe(true);
});

it("the vendor's host does not answer where nobody listens", async () => {
  await new Promise((closed) => server.close(closed));
  expect(await vendorAnswers()).toBe(false);
});
