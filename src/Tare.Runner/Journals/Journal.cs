using System.Globalization;
using Microsoft.Win32.SafeHandles;
using Tare.Records;

namespace Tare.Runner.Journals;

/// <summary>
/// The open end of a run's journal. An append has happened when its task ends: then the entry is on disk. Entries of attempts that run side by
/// side share a flush. After a write that failed nothing more is written.
/// </summary>
internal sealed class Journal : IDisposable
{
    private const byte LineEnd = (byte)'\n';

    // A monitor, since a close waits on it for the last flush.
    private readonly object _gate = new();
    private readonly string _path;
    private readonly SafeFileHandle _file;
    private readonly SafeFileHandle _mark;
    private readonly JournalChain _chain;
    private MemoryStream _pending = new();
    private MemoryStream _spare = new();
    private TaskCompletionSource _batch = NewBatch();
    private InputException? _fault;
    private bool _flushing;
    private long _end;

    private Journal(string path, SafeFileHandle file, SafeFileHandle mark, JournalChain chain, long end)
    {
        _path = path;
        _file = file;
        _mark = mark;
        _chain = chain;
        _end = end;
    }

    /// <summary>Flushes so far.</summary>
    public long Flushes { get; private set; }

    /// <summary>Opens a journal to go on with it, or makes one. The caller holds the run's lock.</summary>
    /// <param name="path">The file.</param>
    /// <param name="now">For the entry that reports a repair.</param>
    /// <param name="read">Is given every entry that can be read.</param>
    /// <remarks>
    /// What a crash left behind the last whole line is cut off. Where the file was changed, what stands from there on is first copied to
    /// <c>journal.damaged-N</c>, and an entry says so.
    /// </remarks>
    public static Journal Open(string path, DateTimeOffset now, Action<JournalEntry> read)
    {
        var reader = new JournalReader(path);
        foreach (var entry in reader.Entries())
        {
            read(entry);
        }

        try
        {
            return Open(path, now, read, reader);
        }
        catch (IOException e)
        {
            throw DurableFile.Unwritable(path, e);
        }
    }

    /// <summary>Appends an entry.</summary>
    /// <returns>Ends when the entry is on disk.</returns>
    /// <exception cref="InputException">The disk does not take it, or did not take one before.</exception>
    public Task AppendAsync(JournalEntry entry)
    {
        var json = JournalJson.Write(entry);
        if (json.Length >= JournalReader.LongestLine)
        {
            throw new InvalidOperationException($"An entry of {json.Length} bytes: no reader would take it.");
        }

        return AppendLine(json);
    }

    /// <summary>Waits for the flush that is under way and takes nothing more.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _fault ??= new InputException($"{_path}: the journal is closed");
            while (_flushing)
            {
                Monitor.Wait(_gate);
            }
        }

        _file.Dispose();
        _mark.Dispose();
        _pending.Dispose();
        _spare.Dispose();
    }

    private static Journal Open(string path, DateTimeOffset now, Action<JournalEntry> read, JournalReader reader)
    {
        var keptIn = reader.Damage is { Ordinary: false } ? KeepRest(path, reader.End) : null;
        var isNew = !File.Exists(path);
        var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        var mark = File.OpenHandle(JournalMark.PathOf(path), FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        if (RandomAccess.GetLength(file) > reader.End)
        {
            RandomAccess.SetLength(file, reader.End);
        }

        var journal = new Journal(path, file, mark, reader.Chain, reader.End);
        if (reader.Lines == 0)
        {
            journal.AppendLine(JournalJson.Header()).GetAwaiter().GetResult();
        }

        if (isNew)
        {
            DurableFile.FlushFolder(Path.GetDirectoryName(path)!);
        }

        if (reader.Damage is { Ordinary: false } damage)
        {
            var repair = new JournalEntry.JournalRepaired(now, damage.Line, damage.Offset, damage.Found, keptIn);
            journal.AppendAsync(repair).GetAwaiter().GetResult();
            read(repair);
        }

        return journal;
    }

    // The name of the copy, or null where nothing stands behind the place.
    private static string? KeepRest(string path, long from)
    {
        if (!File.Exists(path) || new FileInfo(path).Length <= from)
        {
            return null;
        }

        var number = 1;
        while (File.Exists(Numbered(path, number)))
        {
            number++;
        }

        using (var source = File.OpenRead(path))
        using (var copy = new FileStream(Numbered(path, number), FileMode.CreateNew, FileAccess.Write))
        {
            source.Position = from;
            source.CopyTo(copy);
            copy.Flush(flushToDisk: true);
        }

        DurableFile.FlushFolder(Path.GetDirectoryName(path)!);
        return Path.GetFileName(Numbered(path, number));
    }

    private static string Numbered(string path, int number) => $"{path}.damaged-{number.ToString(CultureInfo.InvariantCulture)}";

    private Task AppendLine(byte[] json)
    {
        lock (_gate)
        {
            if (_fault is not null)
            {
                return Task.FromException(_fault);
            }

            Span<byte> checksum = stackalloc byte[JournalChain.Digits + 1];
            _chain.Add(json, checksum[..JournalChain.Digits]);
            checksum[JournalChain.Digits] = (byte)' ';
            _pending.Write(checksum);
            _pending.Write(json);
            _pending.WriteByte(LineEnd);
            if (!_flushing)
            {
                _flushing = true;
                ThreadPool.UnsafeQueueUserWorkItem(static journal => journal.Flush(), this, preferLocal: false);
            }

            return _batch.Task;
        }
    }

    // Runs on one thread at a time. What is appended while it flushes goes out together with the next flush.
    private void Flush()
    {
        while (true)
        {
            TaskCompletionSource batch;
            lock (_gate)
            {
                if (_pending.Length == 0)
                {
                    _flushing = false;
                    Monitor.PulseAll(_gate);
                    return;
                }

                (_pending, _spare) = (_spare, _pending);
                batch = _batch;
                _batch = NewBatch();
            }

            try
            {
                WriteOut();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
            {
                Fail(e, batch);
                return;
            }

            batch.SetResult();
        }
    }

    private void WriteOut()
    {
        RandomAccess.Write(_file, _spare.GetBuffer().AsSpan(0, (int)_spare.Length), _end);
        RandomAccess.FlushToDisk(_file);
        _end += _spare.Length;
        Flushes++;
        RandomAccess.Write(_mark, JournalMark.Bytes(_end), 0);
        _spare.SetLength(0);
    }

    private void Fail(Exception cause, TaskCompletionSource batch)
    {
        TaskCompletionSource waiting;
        lock (_gate)
        {
            _fault ??= DurableFile.Unwritable(_path, cause);
            waiting = _batch;
            _flushing = false;
            Monitor.PulseAll(_gate);
        }

        batch.SetException(_fault);
        waiting.TrySetException(_fault);
    }

    private static TaskCompletionSource NewBatch() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
