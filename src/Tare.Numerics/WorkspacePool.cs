using System.Collections.Concurrent;

namespace Tare.Numerics;

/// <summary>Workspaces that are made once and used again, each by one caller at a time. Safe for several threads.</summary>
/// <typeparam name="T">The workspace. What a caller leaves inside must not influence the next caller's result.</typeparam>
public sealed class WorkspacePool<T>
    where T : class
{
    private readonly ConcurrentBag<T> _idle = [];
    private readonly Func<T> _create;

    /// <summary>An empty pool.</summary>
    /// <param name="create">Makes a workspace when none is idle.</param>
    public WorkspacePool(Func<T> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        _create = create;
    }

    /// <summary>Takes a workspace out; give it back with <see cref="Return"/>.</summary>
    public T Rent() => _idle.TryTake(out var workspace) ? workspace : _create();

    /// <summary>Gives a workspace back.</summary>
    /// <param name="workspace">What <see cref="Rent"/> gave.</param>
    public void Return(T workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        _idle.Add(workspace);
    }
}
