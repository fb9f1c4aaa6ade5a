namespace SocialOps.Time;

/// <summary>The languages of built-in texts. Texts never depend on the thread's culture.</summary>
public enum TextLanguage
{
    /// <summary>English.</summary>
    English,

    /// <summary>German.</summary>
    German,
}
