using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SocialOps.Relational.Migrations;

/// <summary>One step of the schema: a numbered SQL resource. Once released it is never changed; what it lacks is a further one.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Name">The resource's name after its number.</param>
/// <param name="Text">The statements.</param>
internal sealed record Migration(int Number, string Name, string Text)
{
    private const string Mark = "-- needs ";

    /// <summary>SHA-256 of the text as lower-case hex.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>
    /// The migration that a release must know to work on the tables after this step, as its first line says: <c>-- needs 1</c>. A step that only adds needs an earlier one; without that line
    /// it needs itself, and every earlier release stops.
    /// </summary>
    public int Needs { get; } = Text.StartsWith(Mark, StringComparison.Ordinal) ? int.Parse(Text.AsSpan(Mark.Length, Text.AsSpan(Mark.Length).IndexOfAny('\r', '\n')), NumberStyles.None, CultureInfo.InvariantCulture) : Number;

    /// <summary>The migrations of a dialect, in order.</summary>
    public static IReadOnlyList<Migration> Of(string dialect)
    {
        var assembly = typeof(Migration).Assembly;
        var prefix = $"migrations/{dialect}/";
        var names = assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return [.. names.Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            var file = Path.GetFileNameWithoutExtension(name[prefix.Length..]);
            return new Migration(int.Parse(file.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture), file[5..], reader.ReadToEnd());
        })];
    }
}
