using System.Diagnostics;

namespace Tare.Sandboxes.Processes;

/// <summary>Runs one command on a thread of its own: reads its output, watches its limits, ends its tree.</summary>
internal sealed unsafe class Supervisor
{
    private const int ReadBytes = 1 << 16;
    private const int PipeBytes = 1 << 18;

    // Between two looks at what the tree uses. A look costs some 50 microseconds with control groups, 2 milliseconds without.
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(20);

    // A killed tree is gone in microseconds; this bounds the wait for one that hangs in the kernel.
    private static readonly TimeSpan s_deathbed = TimeSpan.FromSeconds(5);

    private readonly Launch _launch;
    private readonly CommandLimits _limits;
    private readonly ITreeWatch _watch;
    private readonly CancellationToken _cancel;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly byte[] _buffer = new byte[ReadBytes];
    private readonly OutputBuffer[] _outputs;
    private CommandEnd _end = CommandEnd.Exited;
    private TimeSpan _nextTick = s_tick;
    private long _peak;
    private TimeSpan _cpu;

    private Supervisor(Launch launch, CommandLimits limits, ITreeWatch watch, CancellationToken cancel)
    {
        _launch = launch;
        _limits = limits;
        _watch = watch;
        _cancel = cancel;
        _outputs = [new OutputBuffer(limits.OutputBytes), new OutputBuffer(limits.OutputBytes)];
    }

    internal static Task<CommandResult> RunAsync(Launch launch, CommandLimits limits, ITreeWatch watch, CancellationToken cancel)
    {
        var done = new TaskCompletionSource<CommandResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        // A thread and no task: the kernel kills the command when the thread that started it ends, so it must be this one's alone.
        var thread = new Thread(() =>
        {
            try
            {
                done.SetResult(new Supervisor(launch, limits, watch, cancel).Run());
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        })
        {
            IsBackground = true,
            Name = "sandbox command",
        };
        thread.Start();
        return done.Task;
    }

    private CommandResult Run()
    {
        using var input = Descriptor.OfBytes(_launch.StandardInput.Span);
        var (outputRead, outputWrite) = Descriptor.Pipe(PipeBytes);
        var (errorRead, errorWrite) = Descriptor.Pipe(PipeBytes);
        using var closing = new Closing(outputRead, outputWrite, errorRead, errorWrite);
        using var process = SpawnedProcess.Start(
            _launch.Arguments,
            _launch.Environment,
            [input, outputWrite, errorWrite, .. _launch.ExtraFiles],
            _launch.Folder
        );
        outputWrite.Dispose();
        errorWrite.Dispose();
        Descriptor?[] readers = [outputRead, errorRead];
        while (!Step(process, readers))
        {
            if (_end == CommandEnd.Exited && Reached(process.Id) is { } end)
            {
                _end = end;
                EndTree(process, readers);
                break;
            }
        }

        AwaitHeart();
        KillRemaining(process.Id);
        Drain(readers);
        var usage = _watch.Measure(process.Id);
        return Result(process, usage);
    }

    private CommandResult Result(SpawnedProcess process, TreeUsage usage)
    {
        // The kernel's mark may have come after the last look.
        _end = _end == CommandEnd.Exited && usage.OutOfMemory ? CommandEnd.Memory : _end;
        var peak = _watch.PeakBytes() ?? (_peak > 0 ? _peak : null);
        // What the kernel adds to a process for its children lacks those that were killed with it.
        var cpu = new[] { _cpu, usage.Cpu, process.Cpu }.Max();
        int? code = _end == CommandEnd.Exited ? process.ExitCode : null;
        return new CommandResult(_end, code, _outputs[0].Captured(), _outputs[1].Captured(), _clock.Elapsed, cpu, peak);
    }

    /// <summary>Waits for output, the end or the next look; true at the end.</summary>
    private bool Step(SpawnedProcess process, Descriptor?[] readers)
    {
        var entries = stackalloc Native.PollEntry[3];
        for (var i = 0; i < 3; i++)
        {
            // A negative number is passed over.
            var number = i == 2 ? process.Pidfd : readers[i]?.Number ?? -1;
            entries[i] = new Native.PollEntry { Descriptor = number, Wanted = Native.PollIn };
        }

        var wait = Math.Clamp((_nextTick - _clock.Elapsed).TotalMilliseconds, 0, s_tick.TotalMilliseconds);
        if (Native.poll(entries, 3, (int)Math.Ceiling(wait)) <= 0)
        {
            return false;
        }

        for (var i = 0; i < 2; i++)
        {
            if (entries[i].Seen != 0)
            {
                Read(readers, i);
            }
        }

        if (entries[2].Seen == 0)
        {
            return false;
        }

        if (_launch.Heart() is null)
        {
            // No name space takes what the command left in its group; until the command is buried its number is nobody else's.
            process.KillGroup();
        }

        return process.Reap();
    }

    private CommandEnd? Reached(int root)
    {
        if (_cancel.IsCancellationRequested)
        {
            return CommandEnd.Cancelled;
        }

        if (_clock.Elapsed > _limits.WallClock)
        {
            return CommandEnd.WallClock;
        }

        if (_clock.Elapsed < _nextTick)
        {
            return null;
        }

        var usage = _watch.Measure(root);
        // A slow look must not fill the time between looks.
        var started = _nextTick;
        _nextTick = _clock.Elapsed + s_tick + (_clock.Elapsed - started);
        _nextTick = _nextTick > _clock.Elapsed + (10 * s_tick) ? _clock.Elapsed + (10 * s_tick) : _nextTick;
        _peak = Math.Max(_peak, usage.MemoryBytes);
        _cpu = usage.Cpu > _cpu ? usage.Cpu : _cpu;
        return usage.OutOfMemory || usage.MemoryBytes > _limits.MemoryBytes ? CommandEnd.Memory
            : usage.Cpu > _limits.Cpu ? CommandEnd.CpuTime
            : usage.Threads > _limits.Processes ? CommandEnd.ProcessCount
            : _limits.WorkFolderIsFull?.Invoke() == true ? CommandEnd.WorkFolderSize
            : null;
    }

    private void EndTree(SpawnedProcess process, Descriptor?[] readers)
    {
        var started = _clock.Elapsed;
        if (_launch.Heart() is { } heart)
        {
            // The rest of the tree dies before the first process is told, so that nothing is left when that one has ended.
            _ = Native.kill(heart, Native.Kill);
        }
        else
        {
            process.KillGroup();
            KillRemaining(process.Id);
        }

        while (!Step(process, readers))
        {
            if (_clock.Elapsed - started > s_deathbed)
            {
                process.KillGroup();
                KillRemaining(process.Id);
                if (!process.WaitForEnd((int)s_deathbed.TotalMilliseconds))
                {
                    throw new SandboxException(
                        $"process {process.Id}",
                        $"still there {s_deathbed.TotalSeconds:0} seconds after SIGKILL",
                        "that a killed process ends",
                        "look for a hanging disk or a stopped machine"
                    );
                }

                return;
            }

            _nextTick = _clock.Elapsed + s_tick;
        }
    }

    /// <summary>Waits until the heart is dead: bubblewrap itself ends as soon as the command has, a moment before the rest of the tree.</summary>
    private void AwaitHeart()
    {
        if (_launch.Heart() is { } heart)
        {
            SpawnedProcess.WaitForEndOf(heart, (int)s_deathbed.TotalMilliseconds);
        }
    }

    private void KillRemaining(int root)
    {
        // What is left forks no more after the first round or two, since each round kills all that it sees.
        for (var round = 0; round < 100 && !_watch.KillRemaining(root); round++)
        {
            Thread.Sleep(1);
        }
    }

    private void Drain(Descriptor?[] readers)
    {
        for (var i = 0; i < 2; i++)
        {
            // Bounded: a process that escaped a process-only sandbox may hold the pipe and write for ever.
            for (var left = (2 * PipeBytes / ReadBytes) + 1; left > 0 && Read(readers, i) > 0; left--) { }
        }
    }

    private nint Read(Descriptor?[] readers, int stream)
    {
        if (readers[stream] is not { } reader)
        {
            return 0;
        }

        fixed (byte* start = _buffer)
        {
            var count = Native.read(reader.Number, start, ReadBytes);
            if (count > 0)
            {
                _outputs[stream].Append(_buffer.AsSpan(0, (int)count));
            }
            else if (count == 0)
            {
                readers[stream] = null;
            }

            return count;
        }
    }

    private sealed class Closing(params Descriptor[] descriptors) : IDisposable
    {
        public void Dispose() => Array.ForEach(descriptors, d => d.Dispose());
    }
}
