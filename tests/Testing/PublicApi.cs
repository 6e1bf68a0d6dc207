using System.Reflection;
using System.Text;

namespace Tare.Testing;

/// <summary>The public surface of an assembly as text, for review.</summary>
public static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>One block a type, one line a member, ordered by name; what the compiler writes for records is left out.</summary>
    /// <param name="assembly">The assembly.</param>
    public static string Of(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(Name(type, full: true)).Append('\n');
            foreach (var line in Members(type).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                text.Append("  ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Kind(Type type) =>
        type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : type.IsValueType ? "struct"
        : type.IsAbstract && type.IsSealed ? "static class"
        : "class";

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type);
        }

        var properties = type.GetProperties(Declared)
            .Select(p => $"{Name(p.PropertyType)} {p.Name} {{ {(p.CanWrite ? "get; set" : "get")}; }}");
        var fields = type.GetFields(Declared).Select(f => $"{Name(f.FieldType)} {f.Name}");
        var methods = type.GetMethods(Declared)
            .Where(m => !m.IsSpecialName && !m.Name.Contains('<', StringComparison.Ordinal) && !s_recordMembers.Contains(m.Name))
            .Select(m =>
                $"{Name(m.ReturnType)} {m.Name}({string.Join(", ", m.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}"))})"
            );
        return properties.Where(p => !p.StartsWith("Type EqualityContract", StringComparison.Ordinal)).Concat(fields).Concat(methods);
    }

    private static readonly HashSet<string> s_recordMembers = ["Equals", "GetHashCode", "ToString", "Deconstruct", "<Clone>$"];

    private static string Name(Type type, bool full = false)
    {
        var name = full ? type.FullName ?? type.Name : type.Name;
        if (!type.IsGenericType)
        {
            return name;
        }

        var tick = name.IndexOf('`', StringComparison.Ordinal);
        var bare = tick < 0 ? name : name[..tick];
        return $"{bare}<{string.Join(", ", type.GetGenericArguments().Select(a => Name(a)))}>";
    }
}
