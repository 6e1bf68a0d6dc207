# Golden values for infit and outfit at given items and abilities: eRm, on simulated Rasch data with some answers missing.
# Run: Rscript item_fit.R > ../item-fit-erm.json
suppressMessages({library(eRm); library(jsonlite)})
set.seed(20261122)
n <- 120; k <- 10
theta <- rnorm(n); b <- seq(-1.5, 1.5, length.out = k)
X <- (matrix(runif(n * k), n) < plogis(outer(theta, b, "-"))) * 1
X <- X[rowSums(X) > 0 & rowSums(X) < k, ]
rownames(X) <- sprintf("p%03d", seq_len(nrow(X))); colnames(X) <- sprintf("i%02d", seq_len(k))
fit <- RM(X); pp <- person.parameter(fit); fi <- itemfit(pp); fp <- personfit(pp)
ability <- coef(pp)[rownames(X)]
out <- list(
  input = list(responses = apply(X, 1, paste, collapse = ""), difficulty = as.numeric(-fit$betapar), ability = as.numeric(ability)),
  expected = list(
    item = list(infit = as.numeric(fi$i.infitMSQ), outfit = as.numeric(fi$i.outfitMSQ), infitZ = as.numeric(fi$i.infitZ), outfitZ = as.numeric(fi$i.outfitZ)),
    person = list(infit = as.numeric(fp$p.infitMSQ), outfit = as.numeric(fp$p.outfitMSQ), infitZ = as.numeric(fp$p.infitZ), outfitZ = as.numeric(fp$p.outfitZ))),
  tolerance = 1e-9, toleranceReason = "the same finite sums in another order",
  producer = list(program = sprintf("R %s.%s, eRm %s", R.version$major, R.version$minor, packageVersion("eRm")), command = "Rscript item_fit.R", date = "2026-11-22", seed = 20261122),
  conformance = "approximate")
cat(toJSON(out, auto_unbox = TRUE, digits = NA, pretty = TRUE), "\n")
