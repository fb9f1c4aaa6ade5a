using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using NodaTime;
using SocialOps.Serialization;
using static System.Reflection.BindingFlags;

namespace SocialOps.Architecture.Tests.Surface;

/// <summary>What is alike looks alike, in every package. An exception stands here by its name, with its reason.</summary>
public sealed partial class ConsistencyTests
{
    /// <summary>TimeProvider's own members; options, which are bound from configuration, whose word for a length of time is TimeSpan.</summary>
    private static readonly string[] s_withBclTime = ["FakeTime", "PostgreSqlStoreOptions", "SqliteStoreOptions"];

    /// <summary>What an author writes for a suite that cancels nothing there.</summary>
    private static readonly string[] s_neverCancelled = ["IStoreFaults", "StoreFixture", "ConnectorFixture"];

    /// <summary>They return all of one case's, a list that cannot grow long.</summary>
    private static readonly string[] s_unpaged = ["CaseService.QueryDueAsync", "CrisisService.QueryLogAsync"];

    private static readonly List<Type> s_types = [.. PublicSurfaceTests.AllPackages.SelectMany(p => Assembly.Load(p).GetExportedTypes()).Where(t => !typeof(Delegate).IsAssignableFrom(t))];
    private static readonly List<(Type Type, MethodInfo Method)> s_methods = [.. s_types.SelectMany(t => PublicSurface.Members(t).OfType<MethodInfo>().Select(m => (t, m)))];
    private static readonly List<(Type Type, PropertyInfo Property)> s_properties = [.. s_types.SelectMany(t => PublicSurface.Members(t).OfType<PropertyInfo>().Select(p => (t, p)))];

    [Fact]
    public void Types_ThatCanBeInstantiated_AreSealed()
        => s_types.Where(t => t is { IsClass: true, IsAbstract: false, IsSealed: false }).Select(t => t.FullName).Should().BeEmpty();

    /// <summary>A name that stands once, where it is declared, is called by nobody: no test has ever seen it work.</summary>
    [Fact]
    public void Methods_OfEveryPackage_AreCalledSomewhere()
    {
        var folders = new[] { "src", "tests", "samples" }.Select(f => Path.Combine(RepositoryRoot.Path, f));
        var sources = folders.SelectMany(f => Directory.EnumerateFiles(f, "*.cs", SearchOption.AllDirectories)).Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));
        var seen = sources.SelectMany(f => Word().Matches(File.ReadAllText(f))).CountBy(m => m.Value).ToDictionary(StringComparer.Ordinal);

        s_methods.Where(m => !m.Method.IsSpecialName && seen.GetValueOrDefault(m.Method.Name) < 2).Select(m => $"{m.Type.Name}.{m.Method.Name}").Should().BeEmpty();
    }

    [Fact]
    public void Types_OfData_DoNotChange()
    {
        var settable = s_properties.Where(p => p.Property.SetMethod is { IsPublic: true } s && !s.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit") && !IsOptions(p.Type)).Select(p => $"{p.Type.Name}.{p.Property.Name}");
        var fields = s_types.Where(t => !t.IsEnum).SelectMany(t => t.GetFields(Public | Instance | Static | DeclaredOnly)).Where(f => f is { IsInitOnly: false, IsLiteral: false }).Select(f => $"{f.DeclaringType!.Name}.{f.Name}");

        settable.Concat(fields).Should().BeEmpty("a record that changes under its reader cannot be reasoned about; only options are settable");
    }

    [Fact]
    public void Properties_WithSeveralValues_AreReadOnly()
        => s_properties.Where(p => !IsOptions(p.Type) && (p.Property.PropertyType.IsArray || (p.Property.PropertyType.IsGenericType
                && new[] { typeof(List<>), typeof(Dictionary<,>), typeof(HashSet<>), typeof(IList<>), typeof(IDictionary<,>), typeof(ICollection<>), typeof(ISet<>) }.Contains(p.Property.PropertyType.GetGenericTypeDefinition()))))
            .Select(p => $"{p.Type.Name}.{p.Property.Name}").Should().BeEmpty("IReadOnlyList, ImmutableArray or ReadOnlyMemory says so to the compiler");

    [Fact]
    public void Ids_OfEverything_AreAlike()
    {
        var ids = s_types.Where(t => t.IsValueType && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityId<>))).ToList();

        ids.Should().HaveCountGreaterThan(20);
        ids.Where(t => !SignatureText.IsRecord(t) || !t.IsDefined(typeof(System.Runtime.CompilerServices.IsReadOnlyAttribute))
            || t.GetConstructors().SingleOrDefault()?.GetParameters() is not [{ Name: "Value", ParameterType: var p }] || p != typeof(string)
            || t.GetMethod("Create", [typeof(string)])?.ReturnType != t || t.GetMethod("ToString", Type.EmptyTypes)?.DeclaringType != t
            || t.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType != typeof(IdJsonConverter<>).MakeGenericType(t)).Select(t => t.Name).Should().BeEmpty();
        s_types.Where(t => t.Name.EndsWith("Id", StringComparison.Ordinal) && !t.IsInterface).Except(ids).Select(t => t.Name).Should().BeEmpty("what is called an id is one");
    }

    [Fact]
    public void Methods_ThatAreAwaited_EndInAsync()
        => s_methods.Where(m => IsAwaited(m.Method) != m.Method.Name.EndsWith("Async", StringComparison.Ordinal)).Select(Name).Should().BeEmpty();

    [Fact]
    public void Methods_ThatAreAwaited_CanBeCancelled()
        => s_methods.Where(m => IsAwaited(m.Method) && !s_neverCancelled.Contains(m.Type.Name) && !m.Method.Name.StartsWith("Dispose", StringComparison.Ordinal)
                && !(m.Method.GetParameters() is [.., { Name: "cancellationToken" } last] && last.ParameterType == typeof(CancellationToken) && last.HasDefaultValue == m.Method.IsPublic))
            .Select(Name).Should().BeEmpty("the last parameter is 'CancellationToken cancellationToken = default'; heirs are always given one");

    [Fact]
    public void Members_OfTime_AreNodaTimes()
        => s_types.Where(t => !s_withBclTime.Contains(t.Name)).SelectMany(t => PublicSurface.Members(t).Where(m => Mentioned(m).Any(IsBclTime)).Select(m => $"{t.Name}.{m.Name}")).Distinct().Should().BeEmpty();

    [Fact]
    public void Properties_ByTheirEnding_HaveTheirType()
    {
        var endings = new Dictionary<string, Type> { ["At"] = typeof(Instant), ["On"] = typeof(LocalDate), ["Delay"] = typeof(Duration) };
        s_properties.SelectMany(p => endings.Where(e => EndsIn(p.Property.Name, e.Key) && Bare(p.Property.PropertyType) != e.Value).Select(_ => $"{p.Type.Name}.{p.Property.Name}: {p.Property.PropertyType.Name}")).Should().BeEmpty();
    }

    [Fact]
    public void Methods_ByTheirBeginning_ReturnWhatTheySay()
    {
        var nullability = new NullabilityInfoContext();
        var wrong = s_methods.Where(m => m.Method.Name.EndsWith("Async", StringComparison.Ordinal)).Where(m => m.Method.Name switch
        {
            var n when Begins(n, "Find") => !IsNullable(Result(m.Method)),
            var n when Begins(n, "Get") => IsNullable(Result(m.Method)),
            var n when Begins(n, "Query") => Result(m.Method)?.Type is not { IsGenericType: true } t || t.GetGenericTypeDefinition() != typeof(PagedResult<>),
            _ => false,
        }).Select(Name).Except(s_unpaged);

        wrong.Should().BeEmpty("Get throws, Find is nullable, Query is paged");

        NullabilityInfo? Result(MethodInfo method) => nullability.Create(method.ReturnParameter).GenericTypeArguments.FirstOrDefault();
    }

    private static bool IsOptions(Type type) => type.Name.EndsWith("Options", StringComparison.Ordinal);

    private static bool Begins(string name, string verb) => name.StartsWith(verb, StringComparison.Ordinal) && name.Length > verb.Length && char.IsUpper(name[verb.Length]);

    private static bool EndsIn(string name, string word) => name.EndsWith(word, StringComparison.Ordinal) && name.Length > word.Length && char.IsLower(name[^(word.Length + 1)]);

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static bool IsNullable(NullabilityInfo? info) => info is not null && (info.ReadState == NullabilityState.Nullable || Nullable.GetUnderlyingType(info.Type) is not null);

    private static bool IsAwaited(MethodInfo method) => method.ReturnType.Name.Split('`')[0] is "Task" or "ValueTask" or "IAsyncEnumerable";

    private static bool IsBclTime(Type type) => type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(TimeSpan) || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(TimeZoneInfo);

    private static IEnumerable<Type> Mentioned(MemberInfo member) => (member switch
    {
        MethodBase m => m.GetParameters().Select(p => p.ParameterType).Append((m as MethodInfo)?.ReturnType ?? typeof(void)),
        PropertyInfo p => [p.PropertyType],
        FieldInfo f => [f.FieldType],
        _ => [],
    }).SelectMany(t => t.IsGenericType ? t.GetGenericArguments().Append(t) : [t]);

    private static string Name((Type Type, MethodInfo Method) m) => $"{m.Type.Name}.{m.Method.Name}";

    [GeneratedRegex(@"\b[A-Z]\w+")]
    private static partial Regex Word();
}
