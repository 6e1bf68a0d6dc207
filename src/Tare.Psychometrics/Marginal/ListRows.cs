namespace Tare.Psychometrics;

/// <summary>Answers as a list a person: for sparse designs, k of n, shares, importance weights and guessing.</summary>
internal sealed class ListRows : PersonRows
{
    private readonly int[] _start;
    private readonly int[] _item;
    private readonly byte[]? _right;
    private readonly double[]? _rightWeight;
    private readonly double[]? _trialWeight;
    private readonly int _items;
    private readonly bool _hasGuessing;
    private readonly bool _hasTrials;

    /// <summary>Right or wrong answers (one byte each), or weights of right answers and of trials.</summary>
    internal ListRows(
        int items,
        int[] start,
        int[] item,
        byte[]? right,
        double[]? rightWeight,
        double[]? trialWeight,
        bool hasGuessing,
        bool hasTrials
    )
    {
        _items = items;
        _start = start;
        _item = item;
        _right = right;
        _rightWeight = rightWeight;
        _trialWeight = trialWeight;
        _hasGuessing = hasGuessing;
        _hasTrials = hasTrials;
    }

    internal override bool SharesBase => false;

    internal override bool NeedsRows => true;

    internal override int RowCount => _hasGuessing ? 2 * _items : _items;

    internal override int PaddedItems => (_items + GridKernels.Lanes - 1) / GridKernels.Lanes * GridKernels.Lanes;

    internal override void BeginGroup(int first, int count, StepTables tables, Span<double> lines)
    {
        lines.Clear();
        for (var p = 0; !_hasGuessing && p < count; p++)
        {
            var (slope, constant) = (0.0, 0.0);
            for (var k = _start[first + p]; k < _start[first + p + 1]; k++)
            {
                var right = Right(k);
                slope += right * tables.A[_item[k]];
                constant += right * tables.D[_item[k]];
            }

            lines[2 * p] = slope;
            lines[(2 * p) + 1] = constant;
        }
    }

    internal override double Fill(int person, double slope, int start, Span<double> log, StepTables tables)
    {
        _ = GridKernels.Line(tables.Base.AsSpan(start, log.Length), tables.Grid.Points.AsSpan(start, log.Length), slope, log);
        for (var k = _start[person]; k < _start[person + 1]; k++)
        {
            if (_hasGuessing)
            {
                AddBoth(k, start, log, tables);
            }
            else if (_trialWeight is null)
            {
                GridKernels.Add(log, tables.Row(_item[k], start, log.Length));
            }
            else
            {
                GridKernels.Add(log, tables.Row(_item[k], start, log.Length), _trialWeight[k]);
            }
        }

        return GridKernels.Largest(log);
    }

    internal override void AddRight(int first, int count, ReadOnlySpan<double> values, ChunkSums sums)
    {
        for (var p = 0; p < count; p++)
        {
            var value = values[p];
            for (var k = _start[first + p]; k < _start[first + p + 1]; k++)
            {
                sums.Right[_item[k]] += Right(k) * value;
            }
        }
    }

    internal override void AddMass(int person, int start, ReadOnlySpan<double> posterior, double scale, ChunkSums sums)
    {
        for (var k = _start[person]; k < _start[person + 1]; k++)
        {
            if (!_hasGuessing)
            {
                var weight = _trialWeight is null ? scale : scale * _trialWeight[k];
                GridKernels.Add(sums.Row(_item[k], start, posterior.Length), posterior, weight);
            }
            else if (_right is not null)
            {
                GridKernels.Add(sums.Row((2 * _item[k]) + _right[k], start, posterior.Length), posterior, scale);
            }
            else
            {
                GridKernels.Add(sums.Row((2 * _item[k]) + 1, start, posterior.Length), posterior, scale * Right(k));
                GridKernels.Add(sums.Row(2 * _item[k], start, posterior.Length), posterior, scale * (Trials(k) - Right(k)));
            }
        }
    }

    internal override ReadOnlySpan<double> ItemMass(int item, ChunkSums sums, Span<double> buffer)
    {
        if (!_hasGuessing)
        {
            return sums.Row(item, 0, buffer.Length);
        }

        sums.Row(2 * item, 0, buffer.Length).CopyTo(buffer);
        GridKernels.Add(buffer, sums.Row((2 * item) + 1, 0, buffer.Length));
        return buffer;
    }

    internal override void ForEach(int person, AnswerVisitor visit)
    {
        for (var k = _start[person]; k < _start[person + 1]; k++)
        {
            visit(_item[k], Right(k), Trials(k));
        }
    }

    /// <summary>An answer with more than one trial counts as several.</summary>
    internal override double AnswerCount(int person)
    {
        var count = 0.0;
        for (var k = _start[person]; k < _start[person + 1]; k++)
        {
            count += _hasTrials && Trials(k) > 1 ? 2 : 1;
        }

        return count;
    }

    private double Right(int k) => _right is not null ? _right[k] : _rightWeight![k];

    private double Trials(int k) => _trialWeight is null ? 1 : _trialWeight[k];

    private void AddBoth(int k, int start, Span<double> log, StepTables tables)
    {
        if (_right is not null)
        {
            GridKernels.Add(log, tables.Row((2 * _item[k]) + _right[k], start, log.Length));
            return;
        }

        GridKernels.Add(log, tables.Row((2 * _item[k]) + 1, start, log.Length), Right(k));
        GridKernels.Add(log, tables.Row(2 * _item[k], start, log.Length), Trials(k) - Right(k));
    }
}
