// Logistic regression with an L2 penalty by L-BFGS (Nocedal 1980): no chance, no clock, so the same rows give the same weights.

const MEMORY = 8;
const ENOUGH = 1e-7;

const dot = (a, b) => {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i] * b[i];
  return sum;
};

/** Loss and gradient at `weights` (the last one is the intercept, which is not penalised). Rows are sparse: {at: Int32Array, value: Float64Array}. */
function lossAt(weights, rows, labels, penalty, gradient) {
  const last = weights.length - 1;
  let loss = 0;
  for (let j = 0; j < last; j += 1) {
    loss += (penalty / 2) * weights[j] ** 2;
    gradient[j] = penalty * weights[j];
  }
  gradient[last] = 0;
  rows.forEach(({ at, value }, i) => {
    const odds = oddsOf({ at, value }, weights);
    loss += (odds > 0 ? odds + Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds))) - labels[i] * odds;
    const error = 1 / (1 + Math.exp(-odds)) - labels[i];
    for (let k = 0; k < at.length; k += 1) gradient[at[k]] += error * value[k];
    gradient[last] += error;
  });
  return loss;
}

/** The direction to go: the gradient turned by the last steps (two-loop recursion). */
function direction(gradient, steps) {
  const way = Float64Array.from(gradient, (g) => -g);
  const alphas = [];
  for (const { s, y, rho } of [...steps].reverse()) {
    const alpha = rho * dot(s, way);
    alphas.unshift(alpha);
    for (let i = 0; i < way.length; i += 1) way[i] -= alpha * y[i];
  }
  const newest = steps.at(-1);
  const scale = newest
    ? 1 / (newest.rho * dot(newest.y, newest.y))
    : 1 / Math.max(1, Math.sqrt(dot(gradient, gradient)));
  for (let i = 0; i < way.length; i += 1) way[i] *= scale;
  steps.forEach(({ s, y, rho }, k) => {
    const beta = rho * dot(y, way);
    for (let i = 0; i < way.length; i += 1) way[i] += s[i] * (alphas[k] - beta);
  });
  return way;
}

/** Weights (intercept last) of a regression over `size` features that best tell labels 1 from 0. */
export function fit(rows, labels, size, penalty, rounds = 200) {
  let weights = new Float64Array(size + 1);
  let gradient = new Float64Array(size + 1);
  let loss = lossAt(weights, rows, labels, penalty, gradient);
  const steps = [];
  for (let round = 0; round < rounds; round += 1) {
    const way = direction(gradient, steps);
    const slope = dot(gradient, way);
    const next = new Float64Array(size + 1);
    const nextGradient = new Float64Array(size + 1);
    let reach = 1;
    let nextLoss;
    for (;;) {
      for (let i = 0; i < next.length; i += 1) next[i] = weights[i] + reach * way[i];
      nextLoss = lossAt(next, rows, labels, penalty, nextGradient);
      if (nextLoss <= loss + 1e-4 * reach * slope || reach < 1e-10) break;
      reach /= 2;
    }
    const s = next.map((value, i) => value - weights[i]);
    const y = nextGradient.map((value, i) => value - gradient[i]);
    const curve = dot(s, y);
    if (curve > 1e-12) steps.push({ s, y, rho: 1 / curve });
    if (steps.length > MEMORY) steps.shift();
    const gain = loss - nextLoss;
    [weights, gradient, loss] = [next, nextGradient, nextLoss];
    if (gain < ENOUGH * Math.max(1, Math.abs(loss)) * 1e-2) break;
  }
  return weights;
}

export function oddsOf({ at, value }, weights) {
  let odds = weights[weights.length - 1];
  for (let k = 0; k < at.length; k += 1) odds += weights[at[k]] * value[k];
  return odds;
}
