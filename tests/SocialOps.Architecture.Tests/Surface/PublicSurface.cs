using System.Reflection;
using System.Runtime.CompilerServices;
using static System.Reflection.BindingFlags;

namespace SocialOps.Architecture.Tests.Surface;

/// <summary>What a package's users can see, as text: one line a member, in an order that no declaration order changes. What the compiler adds to a record is left out.</summary>
internal static class PublicSurface
{
    public static string Print(Assembly assembly)
        => string.Concat(assembly.GetExportedTypes().Where(t => !t.IsDefined(typeof(CompilerGeneratedAttribute))).OrderBy(t => t.FullName, StringComparer.Ordinal).Select(PrintType));

    /// <summary>The members that a type declares itself and that its users, or its heirs, can see.</summary>
    public static IEnumerable<MemberInfo> Members(Type type)
        => type.GetMembers(Public | NonPublic | Instance | Static | DeclaredOnly).Where(m => m is not Type && IsVisible(m) && !IsFromCompiler(m));

    private static string PrintType(Type type)
    {
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return $"{SignatureText.Head(type)}({SignatureText.Parameters(type.GetMethod("Invoke")!)}) : {SignatureText.Of(type.GetMethod("Invoke")!.ReturnParameter)}\n";
        }

        var lines = type.IsEnum
            ? type.GetFields(Public | Static).Select(f => $"{f.Name} = {Convert.ToInt64(f.GetRawConstantValue(), null)}")
            : Members(type).Select(SignatureText.Of).Order(StringComparer.Ordinal);
        return $"{SignatureText.Head(type)}\n{string.Concat(lines.Select(l => $"    {l}\n"))}";
    }

    private static bool IsVisible(MemberInfo member) => member switch
    {
        FieldInfo f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly,
        MethodBase m => m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly,
        PropertyInfo p => (p.GetMethod is { } g && IsVisible(g)) || (p.SetMethod is { } s && IsVisible(s)),
        EventInfo e => IsVisible(e.AddMethod!),
        _ => false,
    };

    private static bool IsFromCompiler(MemberInfo member)
        => (member is not PropertyInfo && member.IsDefined(typeof(CompilerGeneratedAttribute)))
        || (member is MethodInfo { IsSpecialName: true } m && !m.Name.StartsWith("op_", StringComparison.Ordinal))
        || (member is PropertyInfo { Name: "EqualityContract" })
        || (member is MethodInfo { DeclaringType: { } t } o && o.GetBaseDefinition().DeclaringType == typeof(object) && t != typeof(object))
        || (member is ConstructorInfo c && c.DeclaringType is { IsValueType: false } d && c.GetParameters() is [{ } only] && only.ParameterType == d);
}
