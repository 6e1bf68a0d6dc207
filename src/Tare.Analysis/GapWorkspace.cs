namespace Tare.Analysis;

/// <summary>Records of both groups under one set of values, and the arithmetic of every definition on them. One thread uses an instance at a time.</summary>
/// <remarks>
/// A record is a model more able than every one of its group released before; on one day only the most able can set one, and of equals the first
/// identifier. "No number" is NaN in here and <see langword="null"/> outside.
/// </remarks>
internal sealed class GapWorkspace
{
    private const double DaysPerMonth = 30.4375;

    /// <summary>Quantile of the one-sided 5 % test that catch-up uses.</summary>
    private const double SignificanceQuantile = 1.645;

    private readonly GapProblem _problem;
    private readonly int[] _leaderRecord;
    private readonly int[] _leaderDay;
    private readonly double[] _leaderValue;
    private readonly int[] _followerRecord;
    private readonly int[] _followerDay;
    private readonly double[] _followerValue;
    private readonly double[] _values;
    private int _leaders;
    private int _followers;

    internal GapWorkspace(GapProblem problem)
    {
        _problem = problem;
        _leaderRecord = new int[problem.LeaderRow.Length];
        _leaderDay = new int[problem.LeaderRow.Length];
        _leaderValue = new double[problem.LeaderRow.Length];
        _followerRecord = new int[problem.FollowerRow.Length];
        _followerDay = new int[problem.FollowerRow.Length];
        _followerValue = new double[problem.FollowerRow.Length];
        _values = new double[problem.Variance.Length];
    }

    /// <summary>Positions of the leaders that set a record.</summary>
    internal ReadOnlySpan<int> LeaderRecords => _leaderRecord.AsSpan(0, _leaders);

    /// <summary>Positions of the followers that set a record.</summary>
    internal ReadOnlySpan<int> FollowerRecords => _followerRecord.AsSpan(0, _followers);

    /// <summary>Selects the records under values in the order of the table's rows.</summary>
    internal void Load(ReadOnlySpan<double> values)
    {
        values.CopyTo(_values);
        _leaders = Select(_problem.LeaderRow, _problem.LeaderDay, _leaderRecord, _leaderDay, _leaderValue);
        _followers = Select(_problem.FollowerRow, _problem.FollowerDay, _followerRecord, _followerDay, _followerValue);
    }

    /// <summary>Position among the leader records of the first at least as able as a value, or -1: a lag from it is censored.</summary>
    internal int FirstLeader(double value)
    {
        var low = 0;
        var high = _leaders;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_leaderValue[middle] >= value)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low < _leaders ? low : -1;
    }

    /// <summary>Position of the most able follower.</summary>
    internal int BestFollower => _followerRecord[_followers - 1];

    /// <summary>Ability of the most able follower, points.</summary>
    internal double BestFollowerValue => _followerValue[_followers - 1];

    /// <summary>Release day of a leader record.</summary>
    /// <param name="record">Position among the leader records.</param>
    internal int LeaderRecordDay(int record) => _leaderDay[record];

    /// <summary>Months from the first leader at a follower's level to that follower; NaN where none is as able.</summary>
    /// <param name="follower">Position among the followers.</param>
    internal double FirstCrossing(int follower)
    {
        var leader = FirstLeader(_values[_problem.FollowerRow[follower]]);
        return leader < 0 ? double.NaN : (_problem.FollowerDay[follower] - _leaderDay[leader]) / DaysPerMonth;
    }

    /// <summary>Mean first crossing of the follower records of the period.</summary>
    internal LagMean Records()
    {
        long days = 0;
        var caught = 0;
        var censored = 0;
        for (var k = 0; k < _followers; k++)
        {
            if (_followerDay[k] < _problem.SinceDay)
            {
                continue;
            }

            var leader = FirstLeader(_followerValue[k]);
            if (leader < 0)
            {
                censored++;
            }
            else
            {
                days += _followerDay[k] - _leaderDay[leader];
                caught++;
            }
        }

        return LagMean.Of(days, caught, censored);
    }

    /// <summary>Mean over levels of the first follower's date minus the first leader's date.</summary>
    /// <remarks>
    /// The levels start at the follower frontier of the first day of the period, or at the first follower record where there is none yet,
    /// and stop below the last follower record. A level within a billionth of a step below that record counts as the record.
    /// </remarks>
    internal LagMean Levels()
    {
        var start = 0;
        while (start + 1 < _followers && _followerDay[start + 1] <= _problem.SinceDay)
        {
            start++;
        }

        var from = _followerValue[start];
        var range = _followerValue[_followers - 1] - from;
        if (!(range > 0))
        {
            return LagMean.Of(0, 0, 0);
        }

        var step = _problem.LevelStep ?? (range / 400);
        var count = (int)Math.Ceiling((range / step) - 1e-9);
        long days = 0;
        var censored = 0;
        var follower = 0;
        var leader = 0;
        for (var k = 0; k < count; k++)
        {
            var level = from + (k * step);
            while (follower < _followers - 1 && _followerValue[follower] < level)
            {
                follower++;
            }

            while (leader < _leaders && _leaderValue[leader] < level)
            {
                leader++;
            }

            if (leader == _leaders)
            {
                censored++;
            }
            else
            {
                days += _followerDay[follower] - _leaderDay[leader];
            }
        }

        return LagMean.Of(days, count - censored, censored);
    }

    /// <summary>Mean over days of that day minus the first leader's date at the level of that day's best follower.</summary>
    internal LagMean Daily()
    {
        long days = 0;
        var caught = 0;
        var censored = 0;
        for (var k = 0; k < _followers; k++)
        {
            var first = Math.Max(_followerDay[k], _problem.SinceDay);
            var last = k + 1 < _followers ? Math.Min(_followerDay[k + 1] - 1, _problem.LastDay) : _problem.LastDay;
            if (last < first)
            {
                continue;
            }

            var count = last - first + 1;
            var leader = FirstLeader(_followerValue[k]);
            if (leader < 0)
            {
                censored += count;
            }
            else
            {
                days += ((long)count * (first + last) / 2) - ((long)count * _leaderDay[leader]);
                caught += count;
            }
        }

        return LagMean.Of(days, caught, censored);
    }

    /// <summary>Mean over leader records of the lag to the first follower that is not significantly below.</summary>
    internal LagMean CatchUp()
    {
        long days = 0;
        var caught = 0;
        for (var k = 0; k < _leaders; k++)
        {
            var follower = FirstNotBelow(_leaderValue[k], _problem.Variance[_problem.LeaderRow[_leaderRecord[k]]]);
            if (follower >= 0)
            {
                days += _problem.FollowerDay[follower] - _leaderDay[k];
                caught++;
            }
        }

        return LagMean.Of(days, caught, _leaders - caught);
    }

    /// <summary>Horizontal distance of two parallel lines, one through each group's records; NaN where they do not rise.</summary>
    internal LagMean TrendLine()
    {
        var leader = RecordLine.Through(_leaderDay.AsSpan(0, _leaders), _leaderValue.AsSpan(0, _leaders));
        var follower = RecordLine.Through(_followerDay.AsSpan(0, _followers), _followerValue.AsSpan(0, _followers));
        var slope = (leader.DayValueSum + follower.DayValueSum) / (leader.DaySquareSum + follower.DaySquareSum);
        var count = _leaders + _followers;
        if (!(slope > 0) || double.IsInfinity(slope))
        {
            return new LagMean(double.NaN, 0, count);
        }

        var days = ((leader.MeanValue - follower.MeanValue) / slope) - (leader.MeanDay - follower.MeanDay);
        return new LagMean(days / DaysPerMonth, count, 0);
    }

    /// <summary>Leader frontier minus follower frontier on the last day, points.</summary>
    internal double Vertical() => _leaderValue[_leaders - 1] - _followerValue[_followers - 1];

    /// <summary>Mean over days of the period of leader frontier minus follower frontier, points; days before either group's first model do not count.</summary>
    internal double VerticalMean()
    {
        var sum = 0.0;
        var from = Math.Max(_problem.SinceDay, Math.Max(_leaderDay[0], _followerDay[0]));
        var leader = 0;
        var follower = 0;
        for (var day = from; day <= _problem.LastDay; )
        {
            while (leader + 1 < _leaders && _leaderDay[leader + 1] <= day)
            {
                leader++;
            }

            while (follower + 1 < _followers && _followerDay[follower + 1] <= day)
            {
                follower++;
            }

            var next = _problem.LastDay + 1;
            next = leader + 1 < _leaders ? Math.Min(next, _leaderDay[leader + 1]) : next;
            next = follower + 1 < _followers ? Math.Min(next, _followerDay[follower + 1]) : next;
            sum += (next - day) * (_leaderValue[leader] - _followerValue[follower]);
            day = next;
        }

        return from > _problem.LastDay ? Vertical() : sum / (_problem.LastDay - from + 1);
    }

    /// <summary>Slope through the leader's own records and through the follower's, points a day; NaN with fewer than 2 dates.</summary>
    internal (double Leader, double Follower) Slopes() =>
        (
            RecordLine.Through(_leaderDay.AsSpan(0, _leaders), _leaderValue.AsSpan(0, _leaders)).Slope,
            RecordLine.Through(_followerDay.AsSpan(0, _followers), _followerValue.AsSpan(0, _followers)).Slope
        );

    private int Select(int[] rows, int[] days, int[] record, int[] recordDay, double[] recordValue)
    {
        var count = 0;
        var best = double.NegativeInfinity;
        for (var k = 0; k < rows.Length; )
        {
            var day = days[k];
            var top = k;
            for (k++; k < rows.Length && days[k] == day; k++)
            {
                if (_values[rows[k]] > _values[rows[top]])
                {
                    top = k;
                }
            }

            if (_values[rows[top]] > best)
            {
                best = _values[rows[top]];
                record[count] = top;
                recordDay[count] = day;
                recordValue[count] = best;
                count++;
            }
        }

        return count;
    }

    private int FirstNotBelow(double leaderValue, double leaderVariance)
    {
        var rows = _problem.FollowerRow;
        for (var k = 0; k < rows.Length; k++)
        {
            var margin = SignificanceQuantile * Math.Sqrt(leaderVariance + _problem.Variance[rows[k]]);
            if (_values[rows[k]] >= leaderValue - margin)
            {
                return k;
            }
        }

        return -1;
    }
}
