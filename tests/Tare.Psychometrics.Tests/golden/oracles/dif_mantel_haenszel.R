# Golden values for differential item functioning: R's mantelhaen.test, strata being sum scores, in two rounds as docs/methods/dif.md says.
# Run: Rscript dif_mantel_haenszel.R > ../dif-mantel-haenszel.json
suppressMessages(library(jsonlite))
set.seed(20261123)
n <- 600; k <- 10
group <- rep(c("left", "right"), each = n / 2)
theta <- rnorm(n) - 0.5 * (group == "right")
b <- seq(-1.5, 1.5, length.out = k)
shift <- outer(group == "right", c(0, 0, 1.2, 0, 0, 0, -0.6, 0, 0, 0))
X <- (matrix(runif(n * k), n) < plogis(outer(theta, b, "-") - shift)) * 1
compare <- function(j, score) {
  tab <- table(factor(group, c("left", "right")), factor(1 - X[, j], c(0, 1)), score)
  tab <- tab[, , apply(tab, 3, sum) > 1, drop = FALSE]
  test <- mantelhaen.test(tab, correct = FALSE)
  se <- diff(log(test$conf.int)) / (2 * qnorm(0.975))
  c(logOdds = log(unname(test$estimate)), se = se, chi2 = unname(test$statistic), p = test$p.value)
}
classify <- function(r, level = 0.05) { delta <- 2.35 * abs(r["logOdds", ]); ifelse(delta < 1 | r["p", ] >= level, "A", ifelse(delta >= 1.5 & delta - 1.645 * 2.35 * r["se", ] > 1, "C", "B")) }
first <- sapply(1:k, compare, score = rowSums(X))
out <- which(classify(first) == "C" & p.adjust(first["p", ], "BH") < 0.05)
kept <- setdiff(1:k, out)
second <- sapply(1:k, function(j) compare(j, rowSums(X[, union(kept, j)])))
result <- list(
  input = list(responses = apply(X, 1, paste, collapse = ""), group = group),
  expected = list(purified = sprintf("i%02d", out), item = sprintf("i%02d", 1:k), logOdds = second["logOdds", ], standardError = second["se", ], chiSquared = second["chi2", ], p = second["p", ], adjustedP = p.adjust(second["p", ], "BH"), class = classify(second)),
  tolerance = 1e-9, toleranceReason = "the same finite sums; strata are equal since the Rasch ability is a function of the sum score",
  producer = list(program = sprintf("R %s.%s, stats::mantelhaen.test", R.version$major, R.version$minor), command = "Rscript dif_mantel_haenszel.R", date = "2026-11-22", seed = 20261123),
  conformance = "approximate")
cat(toJSON(result, auto_unbox = TRUE, digits = NA, pretty = TRUE), "\n")
