using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace SocialOps.Architecture.Tests.Surface;

/// <summary>A type's or member's signature in C#'s words, with nullability and default values.</summary>
internal static class SignatureText
{
    private static readonly NullabilityInfoContext s_nullability = new();

    private static readonly Dictionary<Type, string> s_keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(char)] = "char",
        [typeof(short)] = "short", [typeof(int)] = "int", [typeof(long)] = "long", [typeof(uint)] = "uint", [typeof(ulong)] = "ulong", [typeof(double)] = "double", [typeof(decimal)] = "decimal",
    };

    public static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null
        || (type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance)?.IsDefined(typeof(CompilerGeneratedAttribute)) == true);

    public static string Head(Type type)
    {
        var kind = typeof(Delegate).IsAssignableFrom(type) ? "delegate"
            : type.IsEnum ? (type.IsDefined(typeof(FlagsAttribute)) ? "flags enum" : "enum")
            : type.IsInterface ? "interface"
            : (type.IsAbstract && type.IsSealed ? "static " : type.IsAbstract ? "abstract " : type is { IsSealed: true, IsValueType: false } ? "sealed " : "")
              + (type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "") + (IsRecord(type) ? "record " : "") + (type.IsValueType ? "struct" : IsRecord(type) ? "" : "class");
        var bases = type.IsEnum || kind == "delegate" ? [] : new[] { type.BaseType }.Where(b => b is not null && b != typeof(object) && b != typeof(ValueType))
            .Concat(DeclaredInterfaces(type)).Select(b => Name(b!)).ToList();
        return $"{kind.TrimEnd()} {type.Namespace}.{Name(type)}{(bases.Count > 0 ? " : " + string.Join(", ", bases) : "")}{Constraints(type.GetGenericArguments())}";
    }

    public static string Of(MemberInfo member) => member switch
    {
        FieldInfo f => $"{f.Name} : {(f.IsLiteral ? "const " : f.IsStatic ? "static " : "")}{(f is { IsInitOnly: true, IsLiteral: false } ? "readonly " : "")}{Name(f.FieldType, s_nullability.Create(f))}{(f.IsLiteral ? " = " + Literal(f.GetRawConstantValue()) : "")}",
        PropertyInfo p => $"{p.Name}{(p.GetIndexParameters().Length > 0 ? $"[{Parameters(p.GetMethod!)}]" : "")} : {Modifiers(p.GetMethod ?? p.SetMethod!)}{(p.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "")}{Name(p.PropertyType, s_nullability.Create(p))} {{ {Accessors(p)}}}",
        EventInfo e => $"{e.Name} : event {Name(e.EventHandlerType!)}",
        ConstructorInfo c => $".ctor({Parameters(c)}){(c.IsPublic ? "" : " : protected")}",
        MethodInfo m => $"{m.Name}{GenericParameters(m.GetGenericArguments())}({Parameters(m)}) : {Modifiers(m)}{Of(m.ReturnParameter)}{Constraints(m.GetGenericArguments())}",
        _ => throw new InvalidOperationException($"A {member.MemberType} has no text yet."),
    };

    public static string Of(ParameterInfo parameter)
    {
        var by = !parameter.ParameterType.IsByRef ? "" : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";
        var type = parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
        return by + Name(type, parameter.ParameterType.IsByRef ? null : s_nullability.Create(parameter));
    }

    public static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select((p, i)
        => $"{(i == 0 && method.IsDefined(typeof(ExtensionAttribute)) ? "this " : p.IsDefined(typeof(ParamArrayAttribute)) || p.IsDefined(typeof(ParamCollectionAttribute)) ? "params " : "")}{Of(p)} {p.Name}{(p.HasDefaultValue ? " = " + Default(p) : "")}"));

    private static IEnumerable<Type> DeclaredInterfaces(Type type)
    {
        var all = type.GetInterfaces().Where(i => i.IsVisible).ToList();
        var implied = all.SelectMany(i => i.GetInterfaces()).Concat(type.BaseType?.GetInterfaces() ?? []).ToHashSet();
        return all.Where(i => !implied.Contains(i) && !(i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEquatable<>))).OrderBy(i => Name(i), StringComparer.Ordinal);
    }

    private static string Name(Type type, NullabilityInfo? nullability = null)
    {
        var mark = nullability?.ReadState == NullabilityState.Nullable && !type.IsValueType ? "?" : "";
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Name(value) + "?";
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!, nullability?.ElementType) + "[]" + mark;
        }

        var name = s_keywords.TryGetValue(type, out var word) ? word : type.IsGenericParameter ? type.Name : Nested(type) + type.Name.Split('`')[0];
        var arguments = type.IsGenericParameter ? [] : type.GetGenericArguments().Skip(type.DeclaringType?.GetGenericArguments().Length ?? 0).ToArray();
        return arguments.Length == 0 ? name + mark : type.IsGenericTypeDefinition
            ? name + GenericParameters(arguments) + mark
            : $"{name}<{string.Join(", ", arguments.Select((a, i) => Name(a, nullability?.GenericTypeArguments.ElementAtOrDefault(i))))}>{mark}";
    }

    private static string Nested(Type type) => type.DeclaringType is { } outer && !type.IsGenericParameter ? Name(outer) + "." : "";

    private static string GenericParameters(Type[] arguments) => arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(a => a.Name))}>";

    private static string Constraints(Type[] arguments) => string.Concat(arguments.Where(a => a.IsGenericParameter).Select(a =>
    {
        var special = a.GenericParameterAttributes;
        var words = new List<string>();
        if (special.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint)) { words.Add("class"); }
        if (special.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint)) { words.Add("struct"); }
        words.AddRange(a.GetGenericParameterConstraints().Where(c => c != typeof(ValueType)).Select(c => Name(c)));
        if (special.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !special.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint)) { words.Add("new()"); }
        return words.Count == 0 ? "" : $" where {a.Name} : {string.Join(", ", words)}";
    }));

    private static string Modifiers(MethodInfo method)
        => (method.IsPublic ? "" : "protected ") + (method.IsStatic ? "static " : "")
        + (method.DeclaringType!.IsInterface ? (method.IsAbstract ? "" : "default ") : method.GetBaseDefinition() != method ? "override " : method.IsAbstract ? "abstract " : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "");

    private static string Accessors(PropertyInfo property)
    {
        var set = property.SetMethod is { } s && (s.IsPublic || s.IsFamily) ? s : null;
        var isInit = set?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;
        return (property.GetMethod is { IsPrivate: false, IsAssembly: false } ? "get; " : "") + (set is null ? "" : isInit ? "init; " : "set; ");
    }

    private static string Default(ParameterInfo parameter) => parameter.RawDefaultValue is { } value && Nullable.GetUnderlyingType(parameter.ParameterType) is null && parameter.ParameterType.IsEnum
        ? Enum.ToObject(parameter.ParameterType, value).ToString()!
        : parameter.RawDefaultValue is null && parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null ? "default" : Literal(parameter.RawDefaultValue);

    private static string Literal(object? value) => value switch
    {
        null => "null",
        string s => $"\"{s}\"",
        char c => $"'{c}'",
        bool b => b ? "true" : "false",
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
