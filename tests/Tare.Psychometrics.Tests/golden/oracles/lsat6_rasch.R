# Golden values for the Rasch family on LSAT section 6: lme4, adaptive Gauss-Hermite with 25 nodes.
# Run: Rscript lsat6_rasch.R > ../lsat6-lme4.json
suppressMessages(library(lme4))
counts <- c(3,6,2,11,1,1,3,4,1,8,0,16,0,3,2,15,10,29,14,81,3,28,15,80,16,56,21,173,11,61,28,298)
pattern <- rep(0:31, counts)
long <- do.call(rbind, lapply(1:5, function(j) data.frame(person = seq_along(pattern), item = factor(j, levels = 1:5), y = bitwAnd(bitwShiftR(pattern, 5 - j), 1))))
fit <- glmer(y ~ 0 + item + (1 | person), long, family = binomial, nAGQ = 25, control = glmerControl(optimizer = "bobyqa", optCtrl = list(rhobeg = 0.02, rhoend = 1e-9, maxfun = 1e5)))
number <- function(x) paste0("[", paste(sprintf("%.8f", x), collapse = ", "), "]")
cat(sprintf('{\n "input": {"counts": "as in lsat6-scipy.json"},\n "expected": {"difficulty": %s, "seDifficulty": %s, "populationDeviation": %.8f, "logLikelihood": %.8f},\n "tolerance": {"difficulty": 2e-4, "populationDeviation": 2e-4, "standardErrorRelative": 5e-3},\n "toleranceReason": "bobyqa stops on the size of its trust region; lme4 takes standard errors from a finite-difference Hessian",\n "producer": {"program": "R %s, lme4 %s", "command": "Rscript lsat6_rasch.R", "date": "2026-11-22", "seed": null},\n "conformance": "approximate"\n}\n', number(-fixef(fit)), number(sqrt(diag(as.matrix(vcov(fit))))), as.numeric(sqrt(VarCorr(fit)$person[1])), as.numeric(logLik(fit)), paste(R.version$major, R.version$minor, sep = "."), packageVersion("lme4")))
