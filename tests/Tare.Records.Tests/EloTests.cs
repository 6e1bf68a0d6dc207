using Tare.Records;

namespace Tare.Records.Tests;

public sealed class EloTests
{
    [Fact]
    public void Four_hundred_points_are_ten_to_one_odds()
    {
        Elo.Odds(400).ShouldBe(10);
        Math.Exp(400 / Elo.PointsPerLogit).ShouldBe(10, 1e-13);
    }
}
