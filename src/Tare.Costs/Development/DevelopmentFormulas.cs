namespace Tare.Costs;

/// <summary>The equations of the development model. Money in decimal, ratios in double; nothing is rounded.</summary>
/// <remarks>
/// T = final run, rho = R&amp;D share, R = R&amp;D, A = alone, n = members, sigma = shared fraction, delta = residual duplication,
/// kappa = coordination overhead, phi = learned fraction. The model is this project's own; the split of A into R and T follows
/// Lambert (2026-05-12) and Epoch AI (2025-10-10).
/// </remarks>
public static class DevelopmentFormulas
{
    // A cost relative to alone is known to about 1e-15. Less room than this above the floor is none: it would take over 1e11 members.
    private const double LeastRoom = 1e-12;

    /// <summary>Research and development: R = T rho / (1 - rho), US dollars.</summary>
    /// <param name="finalRunUsd">T, above 0.</param>
    /// <param name="rdShare">rho, inside (0, 1).</param>
    public static decimal RdUsd(decimal finalRunUsd, double rdShare) => finalRunUsd * (decimal)rdShare / (1 - (decimal)rdShare);

    /// <summary>Alone: A = R + T = T / (1 - rho), US dollars.</summary>
    /// <param name="finalRunUsd">T, above 0.</param>
    /// <param name="rdShare">rho, inside (0, 1).</param>
    public static decimal AloneUsd(decimal finalRunUsd, double rdShare) => finalRunUsd / (1 - (decimal)rdShare);

    /// <summary>Relative change of A per unit of rho: d ln A / d rho = 1 / (1 - rho).</summary>
    /// <param name="rdShare">rho, inside (0, 1).</param>
    public static double AloneSensitivity(double rdShare) => 1 / (1 - rdShare);

    /// <summary>A member's part of research and development, relative to R: sigma (1 + kappa)(1 + delta (n - 1)) / n + 1 - sigma.</summary>
    /// <param name="consortium">n, sigma, delta, kappa.</param>
    public static double MemberRdFraction(ConsortiumTerms consortium)
    {
        ArgumentNullException.ThrowIfNull(consortium);
        double programme = (1 + consortium.CoordinationOverhead) * (1 + (consortium.ResidualDuplication * (consortium.Members - 1)));
        return (consortium.SharedFraction * programme / consortium.Members) + (1 - consortium.SharedFraction);
    }

    /// <summary>A member's cost: C = R x its part + (T / n if joint, else T), US dollars.</summary>
    /// <param name="finalRunUsd">T, above 0.</param>
    /// <param name="rdShare">rho, inside (0, 1).</param>
    /// <param name="consortium">n, sigma, delta, kappa and who trains the final model.</param>
    public static decimal MemberUsd(decimal finalRunUsd, double rdShare, ConsortiumTerms consortium)
    {
        ArgumentNullException.ThrowIfNull(consortium);
        decimal finalRun = consortium.FinalRunRule == FinalRunRule.Joint ? finalRunUsd / consortium.Members : finalRunUsd;
        return (RdUsd(finalRunUsd, rdShare) * (decimal)MemberRdFraction(consortium)) + finalRun;
    }

    /// <summary>A member's cost relative to alone: c = C / A = rho x its part of R&amp;D + (1 - rho)(1 / n if joint, else 1).</summary>
    /// <param name="rdShare">rho, inside (0, 1).</param>
    /// <param name="consortium">n, sigma, delta, kappa and who trains the final model.</param>
    public static double MemberRelative(double rdShare, ConsortiumTerms consortium)
    {
        ArgumentNullException.ThrowIfNull(consortium);
        double finalRun = consortium.FinalRunRule == FinalRunRule.Joint ? 1.0 / consortium.Members : 1;
        return (rdShare * MemberRdFraction(consortium)) + ((1 - rdShare) * finalRun);
    }

    /// <summary>
    /// What c approaches as members join without end: rho (sigma delta (1 + kappa) + 1 - sigma) + (1 - rho); a joint final run drops the last term.
    /// </summary>
    /// <param name="rdShare">rho, inside (0, 1).</param>
    /// <param name="consortium">sigma, delta, kappa and who trains the final model; n does not matter.</param>
    public static double FloorRelative(double rdShare, ConsortiumTerms consortium)
    {
        ArgumentNullException.ThrowIfNull(consortium);
        double shared = consortium.SharedFraction * consortium.ResidualDuplication * (1 + consortium.CoordinationOverhead);
        double finalRun = consortium.FinalRunRule == FinalRunRule.Joint ? 0 : 1 - rdShare;
        return (rdShare * (shared + 1 - consortium.SharedFraction)) + finalRun;
    }

    /// <summary>
    /// Members at which c equals a target: c(n) = floor + M / n, so n = M / (target - floor) with
    /// M = rho sigma (1 + kappa)(1 - delta) (+ 1 - rho if joint); <see langword="null"/> where the target is at or below the floor.
    /// </summary>
    /// <remarks>Full sharing, no friction, joint: n = 1 / c. Own final run: n = rho / (c - (1 - rho)).</remarks>
    /// <param name="target">c, above 0.</param>
    /// <param name="rdShare">rho, inside (0, 1).</param>
    /// <param name="consortium">sigma, delta, kappa and who trains the final model; n does not matter.</param>
    public static double? MembersForTarget(double target, double rdShare, ConsortiumTerms consortium)
    {
        ArgumentNullException.ThrowIfNull(consortium);
        double falling = rdShare * consortium.SharedFraction * (1 + consortium.CoordinationOverhead) * (1 - consortium.ResidualDuplication);
        if (consortium.FinalRunRule == FinalRunRule.Joint)
        {
            falling += 1 - rdShare;
        }

        double room = target - FloorRelative(rdShare, consortium);
        return room > LeastRoom && falling > 0 ? falling / room : null;
    }

    /// <summary>
    /// Members above which a consortium is cheaper than going alone. Own final run: n* = (1 + kappa)(1 - delta) / (1 - delta (1 + kappa)),
    /// whatever sigma, rho and T; <see langword="null"/> where delta (1 + kappa) is 1 or more, or where nothing is shared.
    /// </summary>
    /// <param name="rdShare">rho, inside (0, 1); matters only for a joint final run.</param>
    /// <param name="consortium">sigma, delta, kappa and who trains the final model; n does not matter.</param>
    public static double? BreakEvenMembers(double rdShare, ConsortiumTerms consortium)
    {
        ArgumentNullException.ThrowIfNull(consortium);
        if (consortium.FinalRunRule == FinalRunRule.Joint)
        {
            return MembersForTarget(1, rdShare, consortium);
        }

        double overhead = 1 + consortium.CoordinationOverhead;
        double room = 1 - (consortium.ResidualDuplication * overhead);
        return room > LeastRoom && consortium.SharedFraction > 0 ? overhead * (1 - consortium.ResidualDuplication) / room : null;
    }

    /// <summary>A follower that learns phi of R&amp;D from published work: F = R (1 - phi) + T, US dollars.</summary>
    /// <param name="finalRunUsd">T, above 0.</param>
    /// <param name="rdShare">rho, inside (0, 1).</param>
    /// <param name="learnedFraction">phi, in [0, 1].</param>
    public static decimal FollowerUsd(decimal finalRunUsd, double rdShare, double learnedFraction) =>
        (RdUsd(finalRunUsd, rdShare) * (1 - (decimal)learnedFraction)) + finalRunUsd;

    /// <summary>The same relative to alone: f = 1 - phi rho.</summary>
    /// <param name="rdShare">rho, inside (0, 1).</param>
    /// <param name="learnedFraction">phi, in [0, 1].</param>
    public static double FollowerRelative(double rdShare, double learnedFraction) => 1 - (learnedFraction * rdShare);

    /// <summary>Share of a follower's cost that is its final run: (1 - rho) / f. It is higher than the leader's 1 - rho: a prediction that spending data can test.</summary>
    /// <param name="rdShare">rho of the leader, inside (0, 1).</param>
    /// <param name="learnedFraction">phi, in [0, 1].</param>
    public static double FollowerFinalShare(double rdShare, double learnedFraction) =>
        (1 - rdShare) / FollowerRelative(rdShare, learnedFraction);

    /// <summary>
    /// What a follower must have learned, given its observed final-run share s: phi = (1 - (1 - rho) / s) / rho;
    /// <see langword="null"/> where s is below 1 - rho or above 1, which the model cannot give.
    /// </summary>
    /// <param name="finalShare">s, in (0, 1].</param>
    /// <param name="rdShare">rho of the leader, inside (0, 1).</param>
    public static double? LearnedFraction(double finalShare, double rdShare) =>
        finalShare >= 1 - rdShare && finalShare <= 1 ? (1 - ((1 - rdShare) / finalShare)) / rdShare : null;
}
