namespace SocialOps.Responses.Lexicons;

/// <summary>What is embedded in the assembly.</summary>
internal static class LexiconResources
{
    public static LexiconPart Lexicon(string language)
    {
        using var reader = new StreamReader(Open(language + ".lexicon"));
        return LexiconFile.Read(reader);
    }

    public static OffenceModel? Offence()
    {
        using var stream = typeof(LexiconResources).Assembly.GetManifestResourceStream("SocialOps.offence-de.model");
        if (stream is null)
        {
            return null;
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return OffenceModel.Read(bytes);
    }

    private static Stream Open(string name) => typeof(LexiconResources).Assembly.GetManifestResourceStream("SocialOps." + name)!;
}
