import {
  add,
  engine,
  type GradConfig,
  mean,
  mul,
  type NamedAttrMap,
  neg,
  ones,
  reshape,
  rsqrt,
  sub,
  sum,
  type Tensor,
  zeros,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { detach } from './detach.js';
import { unbroadcast } from './unbroadcast.js';

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
      const known = { mean: detach(center!), variance: detach(variance!), reserve: detach(reserve!) };
      const inputs = { dy, x: x!, gamma: gamma!, ...known };
      // The tape tidies up after each input's gradient, so all three are made before it asks for the first.
      const [dx, dgamma, dbeta] = engine().runKernel('BatchNormTrainingGrad', inputs, attrs) as Tensor[];
      return { x: () => dx!, gamma: () => dgamma!, beta: () => dbeta! };
    },
  },
  {
    kernelName: 'BatchNormTrainingGrad',
    inputsToSave: ['dy', 'x', 'gamma', 'mean', 'variance', 'reserve'],
    gradFunc: (cotangents, [dy, x, gamma, center, variance, reserve], attrs) => {
      const known = { mean: detach(center!), variance: detach(variance!), reserve: detach(reserve!) };
      const second = doubleBackward(
        { dy: dy!, x: x!, gamma: gamma!, ...known },
        cotangents as Tensor[],
        attrs,
      );
      const nothing = () => zerosLike(gamma!);
      return { ...second, mean: nothing, variance: nothing, reserve: () => zerosLike(reserve!) };
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

type Known = Record<'dy' | 'x' | 'gamma' | 'mean' | 'variance' | 'reserve', Tensor>;

/**
 * With the cotangents v of dx, vγ of dγ, vβ of dβ, the scalar L = ⟨v, dx⟩ + ⟨vγ, dγ⟩ + ⟨vβ, dβ⟩ has the derivatives
 * by dy: γ r P v + vγ x̂ + vβ; by γ: r ⟨v, P dy⟩; by x: r P q − γ r x̂ · r ⟨v, P dy⟩/n,
 * where q = (vγ − γ r Σ(v x̂)/n) dy − (γ r Σ(dy x̂)/n) v.
 * γ r P a and Σ(a x̂) come out of one op, the gradient of batch norm at a; γ x̂ + β is batch norm itself.
 */
function doubleBackward(known: Known, [v, vGamma, vBeta]: Tensor[], attrs: NamedAttrMap) {
  const { dy, x, gamma, variance } = known;
  const epsilon = attrs.epsilon as number;
  const gradient = (a: Tensor, scale: Tensor) =>
    engine().runKernel('BatchNormTrainingGrad', { ...known, dy: a, gamma: scale }, attrs) as [
      Tensor,
      Tensor,
      Tensor,
    ];
  const normal = (scale: Tensor, offset: Tensor) =>
    (engine().runKernel('BatchNormTraining', { x, gamma: scale, beta: offset }, attrs) as Tensor[])[0]!;
  const perCount = gamma.size / x.size;
  const scale = mul(mul(gamma, perCount), rsqrt(add(variance, epsilon)));
  const one = ones(gamma.shape);
  const [projectedV, vNormal] = gradient(v!, gamma);
  const [projectedDy, dyNormal] = gradient(dy, one);
  const inner = unbroadcast(mul(v!, projectedDy), gamma.shape);
  const q = sub(mul(dy, sub(vGamma!, mul(scale, vNormal))), mul(v!, mul(scale, dyNormal)));
  const byX = add(gradient(q, one)[0], normal(neg(mul(scale, inner)), zeros(gamma.shape)));
  const byDy = add(projectedV, normal(vGamma!, vBeta!));
  return { dy: () => byDy, gamma: () => inner, x: () => byX };
}
