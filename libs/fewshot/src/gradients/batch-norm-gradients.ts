import {
  add,
  engine,
  type GradConfig,
  mean,
  mul,
  reshape,
  rsqrt,
  sub,
  sum,
  type Tensor,
  zerosLike,
} from '@tensorflow/tfjs-core';

/**
 * The kernel BatchNormTraining gives y, mean, variance and what the native op keeps for its gradient.
 * BatchNormTrainingGrad is the function (dy, x, gamma) → (dx, dgamma, dbeta); mean and variance are handed to it only
 * to save work, so its own derivative by x is the whole one.
 */
export const batchNormGradients: GradConfig[] = [
  {
    kernelName: 'BatchNormTraining',
    inputsToSave: ['x', 'gamma'],
    outputsToSave: [false, true, true, true],
    gradFunc: (dys, [x, gamma, center, variance, reserve], attrs) => {
      const dy = (dys as Tensor[])[0]!;
      const inputs = { dy, x: x!, gamma: gamma!, mean: center!, variance: variance!, reserve: reserve! };
      // The tape tidies up after each input's gradient, so all three are made before it asks for the first.
      const [dx, dgamma, dbeta] = engine().runKernel('BatchNormTrainingGrad', inputs, attrs) as Tensor[];
      return { x: () => dx!, gamma: () => dgamma!, beta: () => dbeta! };
    },
  },
  {
    kernelName: 'BatchNormTrainingGrad',
    inputsToSave: ['dy', 'x', 'gamma'],
    gradFunc: (cotangents, [dy, x, gamma], attrs) => {
      const second = doubleBackward(dy!, x!, gamma!, cotangents as Tensor[], attrs.epsilon as number);
      const nothing = () => zerosLike(gamma!);
      return { ...second, mean: nothing, variance: nothing, reserve: nothing };
    },
  },
];

/** dx = γ r (dy − mean dy − x̂ mean(dy x̂)), dγ = Σ dy x̂, dβ = Σ dy, with r = 1/√(σ² + ε) and x̂ = (x − μ) r. */
export function batchNormGradPlainly(inputs: Record<string, Tensor>, epsilon: number): Tensor[] {
  const { x, gamma } = inputs as { x: Tensor; gamma: Tensor };
  const rows = (t: Tensor) => reshape(t, [-1, gamma.size]);
  const { r, normal } = normalized(rows(x), epsilon);
  const dy = rows(inputs.dy!);
  const dx = mul(mul(gamma, r), projected(dy, normal));
  return [reshape(dx, x.shape), sum(mul(dy, normal), 0), sum(dy, 0)];
}

function normalized(rows: Tensor, epsilon: number) {
  const offset = sub(rows, mean(rows, 0));
  const r = rsqrt(add(mean(mul(offset, offset), 0), epsilon));
  return { r, normal: mul(offset, r) };
}

/** P a = a − mean a − x̂ mean(a x̂): symmetric, and r P is the derivative of x̂ by x. */
function projected(a: Tensor, normal: Tensor): Tensor {
  return sub(sub(a, mean(a, 0)), mul(normal, mean(mul(a, normal), 0)));
}

/**
 * With the cotangents v of dx, vγ of dγ, vβ of dβ, the scalar L = ⟨v, dx⟩ + ⟨vγ, dγ⟩ + ⟨vβ, dβ⟩ has the derivatives
 * by dy: γ r P v + vγ x̂ + vβ; by γ: r ⟨v, P dy⟩; by x: r P q − γ r² x̂ ⟨v, P dy⟩/n,
 * where q = vγ dy − γ r (v mean(dy x̂) + dy mean(v x̂)).
 */
function doubleBackward(dy: Tensor, x: Tensor, gamma: Tensor, [v, vGamma, vBeta]: Tensor[], epsilon: number) {
  const rows = (t: Tensor) => reshape(t, [-1, gamma.size]);
  const { r, normal } = normalized(rows(x), epsilon);
  const [dyRows, vRows] = [rows(dy), rows(v!)];
  const scale = mul(gamma, r);
  const inner = sum(mul(vRows, projected(dyRows, normal)), 0);
  return {
    dy: () => reshape(add(add(mul(scale, projected(vRows, normal)), mul(vGamma!, normal)), vBeta!), dy.shape),
    gamma: () => mul(r, inner) as Tensor,
    x: () => {
      const cross = add(mul(vRows, mean(mul(dyRows, normal), 0)), mul(dyRows, mean(mul(vRows, normal), 0)));
      const q = sub(mul(vGamma!, dyRows), mul(scale, cross));
      const count = dyRows.shape[0]!;
      const throughScale = mul(normal, mul(mul(scale, r), mul(inner, 1 / count)));
      return reshape(sub(mul(r, projected(q, normal)), throughScale), x.shape);
    },
  };
}
