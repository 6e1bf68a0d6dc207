namespace Tare.Records;

/// <summary>The Elo scale: 400 points are odds of exactly 10 to 1.</summary>
public static class Elo
{
    /// <summary>Points for a difference of one logit: 400 / ln 10 = 173.718.</summary>
    public static readonly double PointsPerLogit = 400 / Math.Log(10);

    /// <summary>The odds that a lead stands for: 10^(points / 400).</summary>
    /// <param name="points">Difference in Elo points, any real.</param>
    public static double Odds(double points) => Math.Pow(10, points / 400);
}
