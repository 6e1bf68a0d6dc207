# Golden values for Pareto-smoothed importance sampling: the R package loo.
# Run: Rscript pareto_smoothing.R > ../pareto-smoothing.json
suppressMessages({library(loo); library(jsonlite)})
case <- function(shape, S) {
  u <- (((seq_len(S) * 7919) %% S) + 0.5) / S            # a permutation of equally spaced numbers: 7919 is prime
  ratio <- -shape * log(u) + 0.01 * sin(seq_len(S))
  fit <- suppressWarnings(psis(ratio, r_eff = 1))
  lw <- weights(fit, log = TRUE, normalize = FALSE)
  list(shape = shape, draws = S, k = pareto_k_values(fit), logSum = log(sum(exp(lw - max(lw)))) + max(lw), largest = max(lw), sumOfSquares = sum((lw)^2))
}
out <- list(
  input = list(ratio = "-shape ln u + 0.01 sin s, u = (7919 s mod S + 0.5) / S, s = 1 ... S"),
  expected = list(case(0.1, 1000), case(0.4, 1000), case(0.65, 2000), case(1.1, 1000), case(0.5, 120)),
  tolerance = 1e-9, toleranceReason = "the same formulas in double precision",
  producer = list(program = sprintf("R %s.%s, loo %s", R.version$major, R.version$minor, packageVersion("loo")), command = "Rscript pareto_smoothing.R", date = "2026-11-22", seed = NULL),
  conformance = "approximate")
cat(toJSON(out, auto_unbox = TRUE, digits = NA, pretty = TRUE), "\n")
