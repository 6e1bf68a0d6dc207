namespace Tare.Numerics;

/// <summary>Updates of one number that leave its density invariant, without tuning.</summary>
/// <remarks>Neal (2003), figures 3 and 5: stepping out, then shrinking towards the current point.</remarks>
public static class SliceSampler
{
    /// <summary>Steps out at most so often; with the random split of them between both sides the update stays exact.</summary>
    private const int StepLimit = 64;

    /// <summary>The next state.</summary>
    /// <typeparam name="TDensity">A value type, so that the calls are direct.</typeparam>
    /// <param name="random">The stream.</param>
    /// <param name="current">The state, inside the support.</param>
    /// <param name="width">Typical width of the density, positive; it decides the cost only.</param>
    /// <param name="density">The logarithm of the density.</param>
    public static double Next<TDensity>(RandomSource random, double current, double width, in TDensity density)
        where TDensity : struct, ILogDensity
    {
        ArgumentNullException.ThrowIfNull(random);
        var level = density.At(current) - RandomVariates.Exponential(random);
        if (!double.IsFinite(level))
        {
            throw new ArgumentOutOfRangeException(nameof(current), current, "The density is not positive and finite at the current state.");
        }

        var left = current - (width * random.NextDouble());
        var right = left + width;
        var stepsLeft = random.NextInt(StepLimit);
        for (var k = 0; k < stepsLeft && density.At(left) > level; k++)
        {
            left -= width;
        }

        for (var k = stepsLeft; k < StepLimit - 1 && density.At(right) > level; k++)
        {
            right += width;
        }

        while (true)
        {
            var proposal = left + ((right - left) * random.NextDouble());
            if (density.At(proposal) > level || proposal == current)
            {
                return proposal;
            }

            if (proposal < current)
            {
                left = proposal;
            }
            else
            {
                right = proposal;
            }
        }
    }
}
