namespace SocialOps.OnCall;

/// <summary>How a layer stands beside weaker ones.</summary>
public enum LayerMode
{
    /// <summary>While it names somebody, weaker layers are silent.</summary>
    Exclusive,

    /// <summary>It and the next weaker layers are on duty together.</summary>
    Together,
}
