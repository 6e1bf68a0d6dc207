using System.Collections;
using System.Globalization;
using System.Reflection;
using Tare.Records;

namespace Tare.Catalogue.Tests.Dossiers;

/// <summary>A dossier in which every field of every record has a value of its own, built by reflection so that a field added later is filled too.</summary>
internal static class Filled
{
    public static DossierRecord Dossier()
    {
        var counter = 0;
        return (DossierRecord)Value(typeof(DossierRecord), ref counter);
    }

    /// <summary>Fields that have their default after all.</summary>
    public static IReadOnlyList<string> Unset(object record)
    {
        var unset = new List<string>();
        foreach (var property in Writable(record.GetType()))
        {
            var value = property.GetValue(record);
            if (value is null || (value is ICollection { Count: 0 }))
            {
                unset.Add($"{record.GetType().Name}.{property.Name}");
            }
            else if (value is IEnumerable list and not string)
            {
                unset.AddRange(list.Cast<object>().Where(IsRecord).SelectMany(Unset));
            }
            else if (IsRecord(value))
            {
                unset.AddRange(Unset(value));
            }
        }

        return unset;
    }

    private static bool IsRecord(object value) =>
        value.GetType().Assembly == typeof(DossierRecord).Assembly && !value.GetType().IsEnum && value is not (PartialDate or Stance);

    private static IEnumerable<PropertyInfo> Writable(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is { IsPublic: true });

    private static object Value(Type type, ref int counter)
    {
        counter++;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            return string.Create(CultureInfo.InvariantCulture, $"t{counter}");
        }

        if (type == typeof(int))
        {
            return counter;
        }

        if (type == typeof(double))
        {
            return counter / 8.0;
        }

        if (type == typeof(bool))
        {
            return true;
        }

        if (type == typeof(DateOnly))
        {
            return new DateOnly(2026, 1, 1).AddDays(counter);
        }

        if (type == typeof(PartialDate))
        {
            return PartialDate.On(new DateOnly(2026, 1, 1).AddDays(counter));
        }

        if (type == typeof(Stance))
        {
            return Stance.Range(counter, counter + 1, "months");
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!;
        }

        return type.IsGenericType ? List(type, ref counter) : Record(type, ref counter);
    }

    private static object List(Type type, ref int counter)
    {
        var entry = type.GetGenericArguments()[0];
        var entries = Array.CreateInstance(entry, 2);
        entries.SetValue(Value(entry, ref counter), 0);
        entries.SetValue(Value(entry, ref counter), 1);
        return typeof(Filled)
            .GetMethod(nameof(ListOf), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(entry)
            .Invoke(null, [entries])!;
    }

    private static ValueList<T> ListOf<T>(T[] entries) => [.. entries];

    private static object Record(Type type, ref int counter)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        var parameters = constructor.GetParameters();
        var values = new object[parameters.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Value(parameters[i].ParameterType, ref counter);
        }

        var record = constructor.Invoke(values);
        foreach (var property in Writable(type).Where(p => parameters.All(q => q.Name != p.Name)))
        {
            property.SetValue(record, Value(property.PropertyType, ref counter));
        }

        return record;
    }
}
