import { spawnSync } from 'node:child_process';
import { python } from './processes.js';

/** What each library is called by those who install it. */
const names = {
  easyfsl: 'easyfsl',
  fastapi: 'FastAPI',
  onnxruntime: 'onnxruntime',
  pandas: 'pandas',
  sklearn: 'scikit-learn',
  tensorflow: 'TensorFlow',
  torch: 'PyTorch',
  torchvision: 'torchvision',
} as const;
export type Library = keyof typeof names;

const found = new Map<Library, boolean>();

/** Whether Python has a library; where it does not, standard error says once how to install it. */
export function hasLibrary(library: Library): boolean {
  const known = found.get(library);
  if (known !== undefined) return known;
  const question = `import importlib.util as u, sys; sys.exit(u.find_spec("${library}") is None)`;
  const has = spawnSync(python, ['-c', question]).status === 0;
  found.set(library, has);
  if (!has)
    console.error(
      `${names[library]} is not installed, so there is nothing to compare with: ${python} -m pip install -r bench/requirements.txt`,
    );
  return has;
}
