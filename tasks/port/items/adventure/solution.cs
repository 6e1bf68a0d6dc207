using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

class Way { public string To, Key; }

class Room
{
    public string Name;
    public bool Dark, Seen;
    public Dictionary<string, Way> Ways = new();
}

class Thing
{
    public string Name, Place;
    public int Weight;
}

static class Program
{
    const int Strength = @STRENGTH@, Moves = @MOVES@, Worth = @WORTH@, Penalty = @PENALTY@;
    const string Light = "@LIGHT@";
    static readonly string[] Directions = { "north", "east", "up", "south", "west", "down" };

    static readonly Dictionary<string, Room> rooms = new();
    static readonly Dictionary<string, Thing> things = new();
    static readonly StringBuilder output = new();
    static Room here;
    static int moves, score, worst;

    static void Say(string text) => output.Append(text).Append('\n');

    static string Back(string direction) => Directions[(Array.IndexOf(Directions, direction) + 3) % 6];

    static string Read(string line)
    {
        var w = line.Split(' ');
        if (w[0] == "room" && w.Length >= 2 && w[1] != "" && (w.Length == 2 || w.Length == 3 && w[2] == "dark"))
        {
            if (rooms.ContainsKey(w[1])) return "two rooms " + w[1];
            rooms[w[1]] = new Room { Name = w[1], Dark = w.Length == 3 };
            here ??= rooms[w[1]];
        }
        else if (w[0] == "way" && (w.Length == 4 || w.Length == 5))
        {
            if (!rooms.ContainsKey(w[1])) return "no room " + w[1];
            if (!rooms.ContainsKey(w[3])) return "no room " + w[3];
            if (!Directions.Contains(w[2])) return "no direction " + w[2];
            if (!rooms[w[1]].Ways.TryAdd(w[2], new Way { To = w[3], Key = w.Length == 5 ? w[4] : null })) return $"two ways {w[2]} from {w[1]}";
            rooms[w[3]].Ways.TryAdd(Back(w[2]), new Way { To = w[1] });
        }
        else if (w[0] == "thing" && w.Length == 4)
        {
            if (!rooms.ContainsKey(w[2])) return "no room " + w[2];
            if (w[3].Length != 1 || w[3][0] < '0' || w[3][0] > '9') return "no weight " + w[3];
            if (things.ContainsKey(w[1])) return "two things " + w[1];
            things[w[1]] = new Thing { Name = w[1], Place = w[2], Weight = w[3][0] - '0' };
        }
        else
        {
            return "not understood";
        }
        return null;
    }

    static List<Thing> At(string place) => things.Values.Where(t => t.Place == place).OrderBy(t => t.Name, StringComparer.Ordinal).ToList();

    static int Load() => At(null).Sum(t => t.Weight);

    static bool Lit() => !here.Dark || things.TryGetValue(Light, out var light) && (light.Place == null || light.Place == here.Name);

    static string List(List<string> names) =>
        names.Count < 2 ? string.Join("", names) : string.Join(", ", names.Take(names.Count - 1)) + " and " + names[^1];

    static void Look()
    {
        if (!Lit())
        {
            Say("It is dark here.");
            return;
        }
        Say($"{char.ToUpperInvariant(here.Name[0])}{here.Name[1..]}.{(here.Seen ? "" : " New!")}");
        if (!here.Seen) score += Worth;
        here.Seen = true;
        var ways = Directions.Where(here.Ways.ContainsKey).Select(d => here.Ways[d].Key == null ? d : d + " (shut)").ToList();
        if (ways.Count > 0) Say($"Ways: {List(ways)}.");
        var seen = At(here.Name).Select(t => t.Name).ToList();
        if (seen.Count > 0) Say($"You see {List(seen)}.");
    }

    static void Go(string direction)
    {
        moves++;
        if (!here.Ways.TryGetValue(direction, out var way))
        {
            score -= Penalty;
            Say(Lit() ? $"No way {direction}." : "You bump into a wall.");
        }
        else if (way.Key != null)
        {
            Say(Lit() ? $"It is shut; {way.Key} may help." : "It is shut.");
        }
        else
        {
            here = rooms[way.To];
            Look();
        }
    }

    static void Take(string name)
    {
        if (!Lit())
        {
            Say("You feel around in vain.");
            return;
        }
        var wanted = At(here.Name).Where(t => name == "all" || t.Name == name).ToList();
        if (wanted.Count == 0) Say(name == "all" ? "Nothing here." : $"No {name} here.");
        foreach (var thing in wanted)
        {
            var load = Load() + thing.Weight;
            if (load > Strength)
            {
                Say($"{thing.Name} is too heavy by {load - Strength}.");
                continue;
            }
            thing.Place = null;
            worst = Math.Max(worst, load);
            Say($"{thing.Name} taken.");
        }
    }

    static void Drop(string name)
    {
        var wanted = At(null).Where(t => name == "all" || t.Name == name).ToList();
        if (wanted.Count == 0)
        {
            Say("You have no such thing.");
            return;
        }
        foreach (var thing in wanted)
        {
            thing.Place = here.Name;
            Say($"{thing.Name} dropped.");
        }
        if (!Lit()) Say("It rattles in the dark.");
    }

    static void Open(string direction)
    {
        here.Ways.TryGetValue(direction, out var way);
        if (way?.Key == null)
        {
            Say($"Nothing to open {direction}.");
        }
        else if (!things.TryGetValue(way.Key, out var key) || key.Place != null)
        {
            Say($"You lack {way.Key}.");
        }
        else
        {
            way.Key = null;
            score += 2 * Worth;
            Say($"The way {direction} is open.");
        }
    }

    static bool Command(string line)
    {
        var w = line.Trim().ToLowerInvariant().Split(' ').Where(x => x != "the" && x != "").ToArray();
        var direction = w.Length == 1 ? Array.Find(Directions, d => d == w[0] || d[..1] == w[0]) : null;
        var carried = At(null);
        if (w.Length == 0) Say("Pardon?");
        else if (direction != null) Go(direction);
        else if (w.Length == 1 && w[0] == "@N_LOOK@") Look();
        else if (w.Length == 1 && w[0] == "bag")
            Say(carried.Count > 0 ? $"You carry {List(carried.Select(t => t.Name).ToList())}: {Load()} of {Strength}." : "Your bag is empty.");
        else if (w.Length == 1 && w[0] == "quit") return false;
        else if (w.Length == 2 && w[0] == "@N_LOOK@")
        {
            var found = things.TryGetValue(w[1], out var thing) && (thing.Place == null || thing.Place == here.Name && Lit());
            Say(found ? $"{w[1]} weighs {thing.Weight}." : $"No {w[1]} to look at.");
        }
        else if (w.Length == 2 && w[0] == "@N_TAKE@") Take(w[1]);
        else if (w.Length == 2 && w[0] == "@N_DROP@") Drop(w[1]);
        else if (w.Length == 2 && w[0] == "@N_OPEN@" && Directions.Contains(w[1])) Open(w[1]);
        else Say($"I do not know how to {string.Join(" ", w)}.");
        return true;
    }

    static int Play()
    {
        var lines = Console.In.ReadToEnd().Split('\n').SkipLast(1).ToList();
        var end = lines.IndexOf("-");
        for (var i = 0; i < end; i++)
        {
            if (Read(lines[i]) is { } fault)
            {
                Say($"world, line {i + 1}: {fault}");
                return 2;
            }
        }
        if (here == null)
        {
            Say("no rooms");
            return 2;
        }
        Look();
        foreach (var line in lines.Skip(end + 1))
        {
            Say("> " + line.Trim());
            if (!Command(line)) break;
            if (moves < Moves) continue;
            Say("You fall asleep.");
            break;
        }
        var seen = rooms.Values.Count(r => r.Seen);
        Say($"{score} points, {moves} moves, {seen} of {rooms.Count} rooms, carried up to {worst}.");
        return seen == rooms.Count ? 0 : 1;
    }

    static int Main()
    {
        var code = Play();
        using var stream = Console.OpenStandardOutput();
        stream.Write(Encoding.UTF8.GetBytes(output.ToString()));
        return code;
    }
}
