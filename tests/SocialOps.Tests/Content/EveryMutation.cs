using System.Collections;
using System.Reflection;
using NodaTime;

namespace SocialOps.Tests.Content;

/// <summary>Every way in which one member of a record can differ, found by reflection: a member that is added later takes part by itself.</summary>
internal static class EveryMutation
{
    public static IEnumerable<(string Path, object? Value)> Of(object? value, Type type, string path)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return value switch
        {
            null => throw new InvalidOperationException($"{path} is not set in the sample: set it, so that its changes are seen."),
            string text => [(path, text + "x"), (path, "")],
            bool flag => [(path, !flag)],
            int number => [(path, number + 1)],
            Duration length => [(path, length + Duration.FromSeconds(1))],
            Enum word => Enum.GetValues(type).Cast<object>().Where(o => !o.Equals(word)).Select(o => (path, (object?)o)),
            IList list => OfList(list, type, path),
            _ when type.GetConstructor([typeof(string)]) is { } id => [(path, id.Invoke([$"{value}x"]))],
            _ when type.GetMethod("<Clone>$") is { } clone => OfRecord(value, type, clone, path),
            _ => throw new NotSupportedException($"{path} is a {type.Name}: tell EveryMutation how one differs, and VariantBytes how it is written."),
        };
    }

    private static IEnumerable<(string Path, object? Value)> OfRecord(object value, Type type, MethodInfo clone, string path)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
        {
            var (name, old) = ($"{path}.{property.Name}", property.GetValue(value));
            var changes = Of(old, property.PropertyType, name);
            if (CanBeNull(property))
            {
                changes = changes.Append(($"{name} = null", null));
            }

            foreach (var (inner, changed) in changes)
            {
                var copy = clone.Invoke(value, null)!;
                property.SetValue(copy, changed);
                yield return (inner, copy);
            }
        }
    }

    private static bool CanBeNull(PropertyInfo property) => new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;

    private static IEnumerable<(string Path, object? Value)> OfList(IList list, Type type, string path)
    {
        var element = type.GetGenericArguments()[0];
        var items = list.Cast<object>().ToList();
        yield return ($"{path} without the last", ListOf(element, items.SkipLast(1)));
        yield return ($"{path} with the first again", ListOf(element, items.Append(items[0])));
        yield return ($"{path} in another order", ListOf(element, items.AsEnumerable().Reverse()));
        foreach (var (inner, changed) in Of(items[0], element, $"{path}[0]"))
        {
            yield return (inner, ListOf(element, items.Skip(1).Prepend(changed!)));
        }
    }

    private static object ListOf(Type element, IEnumerable<object> items)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }
}
