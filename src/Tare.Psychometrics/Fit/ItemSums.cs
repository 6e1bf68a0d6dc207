namespace Tare.Psychometrics;

/// <summary>Sums of residuals by item, and by item and ability group.</summary>
internal sealed class ItemSums
{
    private const int Fields = 6;
    private readonly int _groups;
    private readonly ResidualSums[] _fit;

    // Ability, answers, trials, right, expected, variance.
    private readonly double[] _curve;

    internal ItemSums(int items, int groups)
    {
        _groups = groups;
        _fit = new ResidualSums[items];
        _curve = new double[items * groups * Fields];
    }

    internal void Add(FitInput input, int person, double theta, int group)
    {
        var frequency = input.Frequency(person);
        var read = new FitAnswers(input.Data);
        var items = input.Data.ItemOf;
        for (var k = input.Data.PersonStart[person]; k < input.Data.PersonStart[person + 1]; k++)
        {
            var item = items[k];
            if (!input.IsKnown[item])
            {
                continue;
            }

            var (right, trials) = read[k];
            var (p, q, _) = input.Curve(item, theta);
            _fit[item].Add(right, trials, p, q, frequency);
            var cell = _curve.AsSpan(((item * _groups) + group) * Fields, Fields);
            cell[0] += frequency * theta;
            cell[1] += frequency;
            cell[2] += frequency * trials;
            cell[3] += frequency * right;
            cell[4] += frequency * trials * p;
            cell[5] += frequency * trials * p * q;
        }
    }

    internal void Add(ItemSums other)
    {
        for (var item = 0; item < _fit.Length; item++)
        {
            _fit[item].Add(other._fit[item]);
        }

        for (var k = 0; k < _curve.Length; k++)
        {
            _curve[k] += other._curve[k];
        }
    }

    internal ResidualSums Fit(int item) => _fit[item];

    internal IReadOnlyList<ResidualGroup> Curve(int item)
    {
        var groups = new List<ResidualGroup>(_groups);
        for (var g = 0; g < _groups; g++)
        {
            var cell = _curve.AsSpan(((item * _groups) + g) * Fields, Fields);
            if (cell[1] > 0)
            {
                groups.Add(
                    new ResidualGroup(
                        cell[0] / cell[1],
                        cell[1],
                        cell[2],
                        cell[3] / cell[2],
                        cell[4] / cell[2],
                        Math.Sqrt(cell[5]) / cell[2]
                    )
                );
            }
        }

        return groups;
    }
}
