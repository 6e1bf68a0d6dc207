using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Tare.Sandboxes.Hosts;

/// <summary>
/// The filter of system calls, as the classic BPF program that seccomp takes: what only serves to reach more of the kernel is refused, the
/// rest passes. Not a list of what is allowed: a sandbox runs compilers and language runtimes that nobody can enumerate.
/// </summary>
internal static class SyscallFilter
{
    private const ushort Load = 0x20;
    private const ushort JumpEqual = 0x15;
    private const ushort JumpAtLeast = 0x35;
    private const ushort JumpAnyBit = 0x45;
    private const ushort Return = 0x06;
    private const uint Allow = 0x7FFF0000;
    private const uint Error = 0x00050000;
    private const uint NotPermitted = 1;
    private const uint NoSuchCall = 38;
    private const uint NoSuchFamily = 97;

    // struct seccomp_data: number at 0, processor at 4, arguments from 16 on, 8 bytes each.
    private const uint NumberOffset = 0;
    private const uint ProcessorOffset = 4;
    private const uint FirstArgument = 16;
    private const uint ProcessorX64 = 0xC000003E;
    private const uint FirstX32Number = 0x40000000;

    private const uint CloneNumber = 56;
    private const uint UnshareNumber = 272;
    private const uint Clone3Number = 435;
    private const uint SocketNumber = 41;

    // CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET; NEWTIME shares a bit with an exit signal in clone.
    private const uint NewNamespaces = 0x7E020000;
    private const uint NewTimeNamespace = 0x80;

    /// <summary>Local, IPv4, IPv6, netlink: name spaces hold these. They do not hold others, such as the way to the host of a virtual machine (40).</summary>
    private static readonly uint[] s_families = [1, 2, 10, 16];

    private static readonly uint[] s_refused =
    [
        .. (uint[])[165, 166, 155, 308, 428, 429, 430, 431, 432, 433, 442], // mounts, setns
        .. (uint[])[248, 249, 250], // key rings: not in any name space
        .. (uint[])[321, 298, 323, 425, 426, 427], // bpf, perf_event_open, userfaultfd, io_uring
        .. (uint[])[246, 320, 175, 313, 176, 167, 168, 169, 163], // kernel images, modules, swap, reboot, acct
        .. (uint[])[179, 443, 303, 304, 212, 103, 172, 173, 153, 134], // quotas, file handles, kernel log, ports, obsolete calls
    ];

    // memfd_create, memfd_secret, shmget: memory that belongs to no process while nobody maps it.
    private static readonly uint[] s_memoryOfNobody = [319, 447, 29];

    /// <summary>True on the processor whose numbers the filter has.</summary>
    internal static bool IsAvailable => RuntimeInformation.ProcessArchitecture == Architecture.X64;

    /// <summary>The program, as bubblewrap reads it.</summary>
    /// <param name="refuseHiddenMemory">True where a watchdog counts memory by process, which cannot see memory that belongs to none.</param>
    internal static byte[] Program(bool refuseHiddenMemory)
    {
        var program = new List<(ushort Code, byte True, byte False, uint Value)>
        {
            (Load, 0, 0, ProcessorOffset),
            (JumpEqual, 1, 0, ProcessorX64),
            (Return, 0, 0, Error | NoSuchCall),
            (Load, 0, 0, NumberOffset),
            (JumpAtLeast, 0, 1, FirstX32Number),
            (Return, 0, 0, Error | NoSuchCall),
            // Its arguments lie behind a pointer, which a filter cannot read; the C library then uses clone.
            (JumpEqual, 0, 1, Clone3Number),
            (Return, 0, 0, Error | NoSuchCall),
        };
        foreach (var number in s_refused)
        {
            program.Add((JumpEqual, 0, 1, number));
            program.Add((Return, 0, 0, Error | NotPermitted));
        }

        foreach (var number in refuseHiddenMemory ? s_memoryOfNobody : [])
        {
            program.Add((JumpEqual, 0, 1, number));
            program.Add((Return, 0, 0, Error | NoSuchCall));
        }

        RefuseBits(program, CloneNumber, NewNamespaces);
        RefuseBits(program, UnshareNumber, NewNamespaces | NewTimeNamespace);
        program.Add((JumpEqual, 0, (byte)(s_families.Length + 2), SocketNumber));
        program.Add((Load, 0, 0, FirstArgument));
        for (var i = 0; i < s_families.Length; i++)
        {
            program.Add((JumpEqual, (byte)(s_families.Length - i), 0, s_families[i]));
        }

        program.Add((Return, 0, 0, Error | NoSuchFamily));
        program.Add((Return, 0, 0, Allow));
        return Bytes(program);
    }

    private static void RefuseBits(List<(ushort Code, byte True, byte False, uint Value)> program, uint number, uint bits)
    {
        program.Add((JumpEqual, 0, 4, number));
        program.Add((Load, 0, 0, FirstArgument));
        program.Add((JumpAnyBit, 0, 1, bits));
        program.Add((Return, 0, 0, Error | NotPermitted));
        program.Add((Return, 0, 0, Allow));
    }

    private static byte[] Bytes(List<(ushort Code, byte True, byte False, uint Value)> program)
    {
        var bytes = new byte[8 * program.Count];
        for (var i = 0; i < program.Count; i++)
        {
            var target = bytes.AsSpan(8 * i);
            BinaryPrimitives.WriteUInt16LittleEndian(target, program[i].Code);
            target[2] = program[i].True;
            target[3] = program[i].False;
            BinaryPrimitives.WriteUInt32LittleEndian(target[4..], program[i].Value);
        }

        return bytes;
    }
}
