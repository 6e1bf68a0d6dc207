# Posterior of a small many-facet design and of a one-parameter model by NUTS. Writes ../facets-stan.csv, ../one-parameter-stan.csv and ../stan.json.
# Run: Rscript facets_stan.R   (Debian packages r-cran-rstan, r-cran-bh; Boost's headers are the system's)
suppressMessages(library(rstan))
set.seed(20261123); options(mc.cores = 2)
P <- 10; R <- 4; I <- 12; n <- 4
d <- expand.grid(i = 1:I, r = 1:R, p = 1:P)
ep <- rnorm(P, 0, 1.1); er <- rnorm(R, 0, 0.6); ei <- rnorm(I, 0, 1.4); eir <- rnorm(I * R, 0, 0.7)
d$ir <- (d$i - 1) * R + d$r
d$y <- rbinom(nrow(d), n, plogis(0.3 + ep[d$p] + er[d$r] + ei[d$i] + eir[d$ir]))
write.csv(data.frame(person = sprintf("p%02d", d$p), item = sprintf("i%02d", d$i), response = d$y, trials = n, rater = sprintf("r%d", d$r)),
          "../facets-stan.csv", row.names = FALSE, quote = FALSE)
facets <- "data { int N; int P; int R; int I; int n; int p[N]; int r[N]; int i[N]; int ir[N]; int y[N]; }
parameters { real mu; vector<lower=0>[4] s; vector[P] zp; vector[R] zr; vector[I] zi; vector[I*R] zir; }
model { mu ~ normal(0, 10); s ~ normal(0, 1); zp ~ normal(0, 1); zr ~ normal(0, 1); zi ~ normal(0, 1); zir ~ normal(0, 1);
  y ~ binomial_logit(n, mu + s[1] * zp[p] + s[2] * zr[r] + s[3] * zi[i] + s[4] * zir[ir]); }"
f <- stan(model_code = facets, data = list(N = nrow(d), P = P, R = R, I = I, n = n, p = d$p, r = d$r, i = d$i, ir = d$ir, y = d$y),
          boost_lib = "/usr/include", chains = 4, iter = 4000, warmup = 1000, seed = 1, refresh = 0, control = list(adapt_delta = 0.95))
s <- summary(f, pars = c("mu", "s"), probs = c(.05, .5, .95))$summary
N <- 200; J <- 10
theta <- rnorm(N); b <- rnorm(J); u <- 1 * (matrix(runif(N * J), N) < plogis(1.3 * outer(theta, b, "-")))
rows <- which(!is.na(u), arr.ind = TRUE); rows <- rows[order(rows[, 1], rows[, 2]), ]
write.csv(data.frame(person = sprintf("p%03d", rows[, 1]), item = sprintf("i%02d", rows[, 2]), response = u[rows]),
          "../one-parameter-stan.csv", row.names = FALSE, quote = FALSE)
rasch <- "data { int N; int P; int I; int p[N]; int i[N]; int y[N]; }
parameters { real mu; vector<lower=0>[2] s; vector[P] zp; vector[I] zi; }
model { mu ~ normal(0, 10); s ~ normal(0, 1); zp ~ normal(0, 1); zi ~ normal(0, 1); y ~ bernoulli_logit(mu + s[1] * zp[p] + s[2] * zi[i]); }
generated quantities { vector[I] e = s[2] * zi; }"
g <- stan(model_code = rasch, data = list(N = nrow(rows), P = N, I = J, p = rows[, 1], i = rows[, 2], y = u[rows]),
          boost_lib = "/usr/include", chains = 4, iter = 4000, warmup = 1000, seed = 1, refresh = 0, control = list(adapt_delta = 0.9))
q <- summary(g, pars = c("mu", "s", "e"), probs = c(.05, .5, .95))$summary
cols <- c("mean", "sd", "5%", "50%", "95%", "n_eff", "Rhat")
rows_of <- function(t) paste(sapply(rownames(t), function(k) paste0('"', k, '": [', paste(formatC(t[k, cols], digits = 6, format = "g", width = 1), collapse = ", "), "]")), collapse = ", ")
writeLines(c("{", ' "input": {"facets": "facets-stan.csv", "oneParameter": "one-parameter-stan.csv", "prior": "sd half-normal(1), intercept normal(0, 10)"},',
  ' "columns": ["mean", "sd", "5%", "50%", "95%", "effective sample size", "R-hat"],',
  paste0(' "expected": {"facets": {', rows_of(s), '},'), paste0('  "oneParameter": {', rows_of(q), "}},"),
  ' "tolerance": "4.5 standard errors of the difference of the two chains\' medians, each 1.253 sd / sqrt(ESS); of their tails, 2.1 sd / sqrt(ESS)",',
  ' "toleranceReason": "both are Monte Carlo; 10 to 20 quantities at 4.5 standard errors give a false alarm of about 1e-4",',
  paste0(' "producer": {"program": "R ', getRversion(), ", rstan ", packageVersion("rstan"), '", "command": "Rscript facets_stan.R", "date": "2026-11-22", "seed": 20261123},'),
  ' "conformance": "approximate"', "}"), "../stan.json")
