# Golden reference for the Laplace estimate of the many-facet family: lme4::glmer, binomial, logit.
# Run in this folder: Rscript many_facet_glmer.R   (Debian packages r-cran-lme4, r-cran-jsonlite)
suppressMessages({library(lme4); library(jsonlite)})
seed <- 20261122
set.seed(seed)
d <- expand.grid(item = sprintf("i%02d", 1:24), rater = sprintf("r%d", 1:5), person = sprintf("p%02d", 1:12), stringsAsFactors = FALSE)
d <- d[runif(nrow(d)) < 0.6, ]
u <- function(key, sd) { k <- unique(key); setNames(rnorm(length(k), 0, sd), k)[key] }
eta <- -0.4 + u(d$person, 1.2) + u(d$rater, 0.5) + u(d$item, 1.6) + u(paste(d$person, d$rater), 0.6) + u(paste(d$item, d$rater), 0.8)
d$trials <- sample(1:6, nrow(d), replace = TRUE)
d$successes <- rbinom(nrow(d), d$trials, plogis(eta))
form <- cbind(successes, trials - successes) ~ 1 + (1 | person) + (1 | rater) + (1 | item) + (1 | person:rater) + (1 | item:rater)
# The default tolPwrss of 1e-7 stops short of the mode: the log-likelihood is then 0.002 too low.
control <- glmerControl(optimizer = "bobyqa", tolPwrss = 1e-13, optCtrl = list(rhoend = 1e-9, maxfun = 100000))
m <- glmer(form, data = d, family = binomial, nAGQ = 0, control = control)
m1 <- glmer(form, data = d, family = binomial, nAGQ = 1, control = control)
sds <- function(fit) sapply(c(person = "person", rater = "rater", item = "item", `person x rater` = "person:rater", `item x rater` = "item:rater"),
                            function(g) unname(attr(VarCorr(fit)[[g]], "stddev")))
re <- ranef(m, condVar = FALSE)
out <- list(
  input = list(person = d$person, rater = d$rater, item = d$item, successes = d$successes, trials = d$trials),
  expected = list(logLikelihood = as.numeric(logLik(m)), intercept = unname(fixef(m)), sd = as.list(sds(m)),
                  person = as.list(setNames(re$person[[1]], rownames(re$person))), rater = as.list(setNames(re$rater[[1]], rownames(re$rater))),
                  sdWithInterceptInLaplace = as.list(sds(m1)), logLikelihoodWithInterceptInLaplace = as.numeric(logLik(m1))),
  tolerance = list(logLikelihood = 1e-4, sd = 1e-3, effect = 5e-4),
  toleranceReason = "Both sides maximise one smooth function; bobyqa stops at rhoend 1e-9 in the relative sd but with function differences near 1e-7, so that sds agree to the root of that",
  producer = list(program = "R lme4::glmer(nAGQ = 0)", version = paste(R.version.string, "lme4", packageVersion("lme4")), command = "Rscript many_facet_glmer.R", date = "2026-11-22", seed = seed),
  conformance = "approximate")
write(toJSON(out, digits = 12, auto_unbox = TRUE), "../many_facet_glmer.json")
print(out$expected[c("logLikelihood", "intercept", "sd", "sdWithInterceptInLaplace", "logLikelihoodWithInterceptInLaplace")])
