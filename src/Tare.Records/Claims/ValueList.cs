using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Tare.Records;

/// <summary>An immutable list that equals another one when the entries do, in order; so that records which hold lists compare by content.</summary>
/// <typeparam name="T">The entries.</typeparam>
[CollectionBuilder(typeof(ValueLists), nameof(ValueLists.Create))]
[SuppressMessage("Naming", "CA1710", Justification = "It is a list; the suffix Collection would say less.")]
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    // One for all: most lists of most records are empty.
    internal static readonly ValueList<T> Empty = new([]);

    private readonly T[] _entries;

    internal ValueList(T[] entries) => _entries = entries;

    /// <inheritdoc/>
    public int Count => _entries.Length;

    /// <inheritdoc/>
    public T this[int index] => _entries[index];

    /// <summary>The entries without a copy.</summary>
    public ReadOnlySpan<T> AsSpan() => _entries;

    /// <inheritdoc/>
    public bool Equals(ValueList<T>? other) =>
        other is not null && (ReferenceEquals(this, other) || _entries.AsSpan().SequenceEqual(other._entries, EqualityComparer<T>.Default));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var entry in _entries)
        {
            hash.Add(entry);
        }

        return hash.ToHashCode();
    }

    /// <summary>The entries, for messages.</summary>
    public override string ToString() => $"[{string.Join(", ", _entries)}]";

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _entries.GetEnumerator();
}
