# Two correlated dimensions by direct maximisation of the likelihood on a fixed grid. Writes ../bifactor.csv, ../correlated.csv, ../dimensions.json.
# Run: Rscript dimensions.R   (base R: no package knows the answer, this is the textbook integral)
set.seed(20261124)
x <- seq(-6, 6, length.out = 41); w <- dnorm(x); w <- w / sum(w); Q <- length(x)
write_long <- function(u, file) {
  rows <- which(!is.na(u), arr.ind = TRUE); rows <- rows[order(rows[, 1], rows[, 2]), ]
  write.csv(data.frame(person = sprintf("p%03d", rows[, 1]), item = sprintf("i%02d", rows[, 2]), response = u[rows]), file, row.names = FALSE, quote = FALSE)
}
maximise <- function(f, start) {
  fit <- optim(start, f, method = "BFGS", control = list(fnscale = -1, maxit = 2000, reltol = 1e-13))
  for (k in 1:3) fit <- optim(fit$par, f, method = "BFGS", control = list(fnscale = -1, maxit = 2000, reltol = 1e-14))
  h <- optimHess(fit$par, f, control = list(fnscale = -1, ndeps = rep(1e-4, length(start))))
  list(par = fit$par, ll = fit$value, se = sqrt(diag(solve(-h))))
}
# Bifactor: answers alone, for a screen; 12 items, three domains.
n <- 600; J <- 12; dom <- rep(1:3, each = 4)
g <- 1 + .4 * sin(1:J); s <- 1.2 + .3 * cos(2 * (1:J)); c0 <- .8 * sin(3 * (1:J))
u <- 1 * (matrix(runif(n * J), n) < plogis(sweep(outer(rnorm(n), g) + matrix(rnorm(3 * n), n)[, dom] * rep(s, each = n), 2, c0, "+")))
write_long(u, "../bifactor.csv")
# Correlated: two domains of five, correlation .6, a tenth missing by design.
J2 <- 10; dom2 <- rep(1:2, each = 5); a2 <- c(1, 1.3, .8, 1.6, 1.1, .9, 1.2, 1.5, .7, 1.4); d2 <- c(-1, .5, 0, .7, -.3, .2, -.8, 1, .4, 0)
z1 <- rnorm(n); z2 <- .6 * z1 + .8 * rnorm(n)
v <- 1 * (matrix(runif(n * J2), n) < plogis(sweep(cbind(z1, z2)[, dom2] * rep(a2, each = n), 2, d2, "+")))
v[matrix(runif(n * J2), n) < .1] <- NA
write_long(v, "../correlated.csv")
v0 <- ifelse(is.na(v), 0, v); seen <- 1 * !is.na(v)
cor2 <- function(p) {
  a <- p[1:J2]; d <- p[J2 + 1:J2]; r <- tanh(p[2 * J2 + 1])
  L <- lapply(1:2, function(k) { it <- which(dom2 == k); z <- outer(a[it], x) + d[it]; exp(v0[, it] %*% z - seen[, it] %*% log1p(exp(z))) })
  h <- x[2] - x[1]
  prior <- outer(x, x, function(s, t) exp(-(s^2 - 2 * r * s * t + t^2) / (2 * (1 - r^2))) / (2 * pi * sqrt(1 - r^2)) * h * h)
  prior <- prior / sum(prior)   # or the sum exceeds 1 where the grid does not resolve a narrow ridge
  sum(log(rowSums((L[[1]] %*% prior) * L[[2]])))
}
fc <- maximise(cor2, c(rep(1, J2), qlogis(colMeans(v, na.rm = TRUE)), .5))
num <- function(z) paste0("[", paste(formatC(z, digits = 9, format = "g", width = 1), collapse = ", "), "]")
one <- function(z) formatC(z, digits = 12, format = "g", width = 1)
r <- tanh(fc$par[2 * J2 + 1])
writeLines(c("{", ' "input": {"correlated": "correlated.csv", "domains": "items in order: 5 + 5"},', ' "expected": {',
  paste0('  "correlated": {"slope": ', num(fc$par[1:J2]), ', "intercept": ', num(fc$par[J2 + 1:J2]), ', "correlation": ', one(r), ', "seCorrelation": ', one((1 - r^2) * fc$se[2 * J2 + 1]), ', "se": ', num(fc$se[1:(2 * J2)]), ', "logLikelihood": ', one(fc$ll), "}"), " },",
  ' "tolerance": {"parameter": 1e-3, "seRelative": 1e-2, "logLikelihood": 1e-4},',
  ' "toleranceReason": "optim works with numerical gradients: the likelihood is flat to 1e-5 within 1e-3 of the parameters; its Hessian is of differences of differences",',
  paste0(' "producer": {"program": "R ', getRversion(), '", "command": "Rscript dimensions.R", "date": "2026-11-22", "seed": 20261124},'), ' "conformance": "approximate"', "}"), "../dimensions.json")
