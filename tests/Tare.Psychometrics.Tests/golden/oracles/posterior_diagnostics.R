# Golden reference for R-hat and effective sample sizes: the R package posterior.
# Run in this folder: Rscript posterior_diagnostics.R   (Debian packages r-cran-posterior, r-cran-jsonlite)
suppressMessages({library(posterior); library(jsonlite)})
seed <- 20261122
set.seed(seed)
ar <- function(n, phi) as.numeric(stats::filter(rnorm(n), phi, method = "recursive"))
cases <- list(
  independent = replicate(4, rnorm(250)),
  slow = replicate(4, ar(250, 0.9)),
  antithetic = replicate(4, ar(250, -0.5)),
  shifted = sapply(1:4, function(c) rnorm(250, if (c == 4) 1 else 0)),
  wider = sapply(1:4, function(c) rnorm(250, sd = if (c == 4) 3 else 1)),
  cauchy = replicate(4, rcauchy(250)),
  odd = replicate(3, ar(101, 0.5)),
  ties = replicate(2, round(ar(60, 0.3), 1)))
out <- list(
  cases = lapply(names(cases), function(name) { x <- cases[[name]]; list(name = name, chains = lapply(seq_len(ncol(x)), function(c) x[, c]),
    rHat = rhat(x), bulk = ess_bulk(x), tail = ess_tail(x)) }),
  tolerance = list(rHat = 1e-5, ess = 1e-6), toleranceReason = "One formula on both sides; draws are written with 15 digits, and R computes autocovariances by a Fourier transform. The two middle draws lie equally far from the median, so that rounding decides their ranks in the folded R-hat: one rank of 1,000",
  producer = list(program = "R posterior: rhat, ess_bulk, ess_tail", version = paste(R.version.string, "posterior", packageVersion("posterior")),
    command = "Rscript posterior_diagnostics.R", date = "2026-11-22", seed = seed),
  conformance = "approximate")
write(toJSON(out, digits = 15, auto_unbox = TRUE), "../posterior_diagnostics.json")
print(sapply(out$cases, function(c) c(c$rHat, c$bulk, c$tail)))
