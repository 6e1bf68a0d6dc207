# Rasch estimates of other programs on simulated answers. Writes ../rasch-complete.csv, ../rasch-booklets.csv and ../rasch-peers.json.
# Run: Rscript rasch_peers.R   (R 4.2.2; eRm, psychotools, lme4, jsonlite as named in the output)
suppressMessages({library(eRm); library(psychotools); library(lme4)})
set.seed(20261122)
number <- function(x) paste0("[", paste(formatC(x, digits = 10, format = "g", width = 1), collapse = ", "), "]")
one <- function(x) formatC(x, digits = 12, format = "g", width = 1)
n <- 250; k <- 12
theta <- rnorm(n, 0.2, 1.3); b <- sort(rnorm(k, 0, 1.2))
u <- 1 * (matrix(runif(n * k), n) < plogis(outer(theta, b, "-")))
v <- u; v[1:125, 9:12] <- NA; v[126:250, 1:4] <- NA   # two booklets with four common items
long <- function(m, file) {
  rows <- which(!is.na(m), arr.ind = TRUE); rows <- rows[order(rows[, 1], rows[, 2]), ]
  write.csv(data.frame(person = sprintf("p%03d", rows[, 1]), item = sprintf("i%02d", rows[, 2]), response = m[rows]),
            file, row.names = FALSE, quote = FALSE)
}
long(u, "../rasch-complete.csv"); long(v, "../rasch-booklets.csv")
erm <- function(m) { f <- RM(m, se = TRUE, sum0 = TRUE); list(b = -f$betapar, se = f$se.beta, ll = f$loglik) }
psy <- function(m) {
  f <- raschmodel(m, reltol = 1e-14, maxit = 1000); ip <- itempar(f, ref = seq_len(ncol(m)))
  list(b = as.numeric(ip), se = sqrt(diag(vcov(ip))), ll = as.numeric(logLik(f)))
}
glm <- function(m, q) {
  rows <- which(!is.na(m), arr.ind = TRUE)
  d <- data.frame(p = factor(rows[, 1]), i = factor(rows[, 2]), y = m[rows])
  f <- glmer(y ~ 0 + i + (1 | p), d, binomial, nAGQ = q, control = glmerControl(optimizer = "bobyqa", optCtrl = list(maxfun = 1e6, rhoend = 1e-9)))
  list(b = -fixef(f), se = sqrt(diag(as.matrix(vcov(f)))), ll = as.numeric(logLik(f)), sd = as.numeric(getME(f, "theta")))
}
show <- function(f) paste0('{"difficulty": ', number(f$b), ', "se": ', number(f$se), ', "logLikelihood": ', one(f$ll),
                           if (!is.null(f$sd)) paste0(', "populationDeviation": ', one(f$sd)), "}")
lines <- c("{", ' "input": {"complete": "rasch-complete.csv", "booklets": "rasch-booklets.csv"},', ' "expected": {',
  paste0('  "erm-complete": ', show(erm(u)), ","), paste0('  "erm-booklets": ', show(erm(v)), ","),
  paste0('  "psychotools-complete": ', show(psy(u)), ","), paste0('  "psychotools-booklets": ', show(psy(v)), ","),
  paste0('  "glmer-laplace": ', show(glm(u, 1)), ","), paste0('  "glmer-quadrature": ', show(glm(u, 25))), " },",
  ' "tolerance": {"difficulty": 2e-5, "se": 1e-3, "logLikelihood": 1e-6, "glmerDifficulty": 2e-4, "glmerSe": 5e-3},',
  ' "toleranceReason": "eRm and psychotools stop on a relative change of the likelihood and take errors from a numerical or expected Hessian; glmer stops on the size of its trust region",',
  paste0(' "producer": {"program": "R ', getRversion(), ", eRm ", packageVersion("eRm"), ", psychotools ", packageVersion("psychotools"), ", lme4 ",
         packageVersion("lme4"), '", "command": "Rscript rasch_peers.R", "date": "2026-11-22", "seed": 20261122},'),
  ' "conformance": "approximate"', "}")
writeLines(lines, "../rasch-peers.json")
