using SocialOps.Responses;
using SocialOps.Responses.Lexicons;

namespace SocialOps.Classifier.Lab;

/// <summary>The classifier that ships, or one with other lexicons and another model.</summary>
internal static class Classifiers
{
    public static LexiconClassifier From(string[] args)
    {
        var folder = args.Skip(2).FirstOrDefault(Directory.Exists);
        var model = args.Skip(2).FirstOrDefault(File.Exists);
        return folder is null && model is null
            ? LexiconClassifier.Default
            : new([Lexicon(folder, "de"), Lexicon(folder, "en")], model is null ? LexiconResources.Offence() : OffenceModel.Read(File.ReadAllBytes(model)));
    }

    /// <summary>The lexicons that ship, or those of a folder, without a model.</summary>
    public static LexiconClassifier Words(string[] args)
    {
        var folder = args.Skip(2).FirstOrDefault(Directory.Exists);
        return new([Lexicon(folder, "de"), Lexicon(folder, "en")], null);
    }

    private static LexiconPart Lexicon(string? folder, string language)
    {
        if (folder is null)
        {
            return LexiconResources.Lexicon(language);
        }

        using var reader = new StreamReader(Path.Combine(folder, language + ".lexicon"));
        return LexiconFile.Read(reader);
    }
}
