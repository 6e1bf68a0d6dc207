namespace Tare.Psychometrics;

/// <summary>Which parameters of a one-parameter fit have a finite optimum, given the responses that count.</summary>
/// <remarks>
/// A person with nothing but full credit has no finite ability, nor has one with none; an item likewise. These are set aside with their responses,
/// which may leave others in the same place. What is left has a finite optimum, unique but for the origin, exactly when every node can be
/// reached from every other along responses, a person leading to an item by a value above 0 and an item to a person by one below 1 (Fischer 1981).
/// </remarks>
internal sealed class SpreadDesign
{
    private readonly int _persons;
    private readonly int[] _from;
    private readonly int[] _to;
    private readonly double[] _value;
    private readonly bool[] _counts;
    private readonly int[] _parent;
    private readonly bool[] _reached;
    private readonly bool[] _hasLow;
    private readonly bool[] _hasHigh;

    internal SpreadDesign(ResponseMatrix data)
    {
        _persons = data.Persons.Count;
        var nodes = _persons + data.Items.Count;
        _from = data.PersonOf.ToArray();
        _to = data.ItemOf.ToArray();
        for (var k = 0; k < _to.Length; k++)
        {
            _to[k] += _persons;
        }

        _value = new double[data.Count];
        _counts = new bool[data.Count];
        _parent = new int[nodes];
        _reached = new bool[nodes];
        _hasLow = new bool[nodes];
        _hasHigh = new bool[nodes];
        State = new NodeState[nodes];
        IsOrigin = new bool[nodes];
    }

    /// <summary>State of each person, then of each item.</summary>
    internal NodeState[] State { get; }

    /// <summary>The item of each component that stays where it is: one for each, among the nodes.</summary>
    internal bool[] IsOrigin { get; }

    /// <summary>Components among the estimated nodes.</summary>
    internal int ComponentCount { get; private set; }

    /// <summary>Whether every node with a response has a finite optimum on one common scale.</summary>
    internal bool IsIdentified { get; private set; }

    /// <summary>Whether response k takes part in the estimation.</summary>
    internal bool Counts(int k) => _counts[k];

    /// <summary>Looks at the responses with a positive multiplicity.</summary>
    internal void Load(ReadOnlySpan<double> multiplicity, ReadOnlySpan<double> values)
    {
        for (var k = 0; k < _value.Length; k++)
        {
            _value[k] = values[k];
            _counts[k] = multiplicity.IsEmpty || multiplicity[k] > 0;
        }

        Array.Fill(State, NodeState.Unseen);
        while (SetAside()) { }

        Connect();
        var hasNoneAside = !State.AsSpan().ContainsAny(NodeState.AllLow, NodeState.AllHigh);
        IsIdentified = hasNoneAside && ComponentCount == 1 && IsStronglyConnected();
    }

    /// <summary>Sets nodes without finite optimum aside, with their responses; false when there was none.</summary>
    private bool SetAside()
    {
        Array.Clear(_hasLow);
        Array.Clear(_hasHigh);
        for (var k = 0; k < _value.Length; k++)
        {
            if (_counts[k])
            {
                var isLow = _value[k] < 1;
                var isHigh = _value[k] > 0;
                _hasLow[_from[k]] |= isLow;
                _hasLow[_to[k]] |= isLow;
                _hasHigh[_from[k]] |= isHigh;
                _hasHigh[_to[k]] |= isHigh;
            }
        }

        var found = false;
        for (var node = 0; node < State.Length; node++)
        {
            if (State[node] is NodeState.AllLow or NodeState.AllHigh || !(_hasLow[node] || _hasHigh[node]))
            {
                continue;
            }

            State[node] =
                !_hasHigh[node] ? NodeState.AllLow
                : !_hasLow[node] ? NodeState.AllHigh
                : NodeState.Estimated;
            found |= State[node] != NodeState.Estimated;
        }

        for (var k = 0; found && k < _value.Length; k++)
        {
            _counts[k] &= State[_from[k]] == NodeState.Estimated && State[_to[k]] == NodeState.Estimated;
        }

        return found;
    }

    private void Connect()
    {
        for (var node = 0; node < _parent.Length; node++)
        {
            _parent[node] = node;
        }

        for (var k = 0; k < _value.Length; k++)
        {
            if (_counts[k])
            {
                // Items have the larger numbers, so that the root of a component with responses is an item.
                var left = Root(_from[k]);
                var right = Root(_to[k]);
                _parent[Math.Min(left, right)] = Math.Max(left, right);
            }
        }

        ComponentCount = 0;
        for (var node = 0; node < _parent.Length; node++)
        {
            // A node whose responses have all been set aside with others keeps its place.
            IsOrigin[node] = State[node] == NodeState.Estimated && _parent[node] == node && node >= _persons;
            ComponentCount += IsOrigin[node] ? 1 : 0;
        }
    }

    private int Root(int node)
    {
        while (_parent[node] != node)
        {
            _parent[node] = _parent[_parent[node]];
            node = _parent[node];
        }

        return node;
    }

    private bool IsStronglyConnected()
    {
        var origin = Array.IndexOf(IsOrigin, value: true);
        return ReachesAll(origin, isForward: true) && ReachesAll(origin, isForward: false);
    }

    private bool ReachesAll(int origin, bool isForward)
    {
        Array.Clear(_reached);
        _reached[origin] = true;
        for (var isGrowing = true; isGrowing; )
        {
            isGrowing = false;
            for (var k = 0; k < _value.Length; k++)
            {
                if (!_counts[k] || _reached[_from[k]] == _reached[_to[k]])
                {
                    continue;
                }

                var personToItem = isForward ? _value[k] > 0 : _value[k] < 1;
                var itemToPerson = isForward ? _value[k] < 1 : _value[k] > 0;
                if (_reached[_from[k]] ? personToItem : itemToPerson)
                {
                    _reached[_from[k]] = true;
                    _reached[_to[k]] = true;
                    isGrowing = true;
                }
            }
        }

        for (var node = 0; node < _reached.Length; node++)
        {
            if (State[node] == NodeState.Estimated && !_reached[node])
            {
                return false;
            }
        }

        return true;
    }
}
