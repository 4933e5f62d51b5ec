namespace EcsPlatform.Preview.Aws;

/// <summary>Roles, policies, profiles and users.</summary>
internal static class IamAnswers
{
    public static Dictionary<string, Action<AnswerDraft>> Rows { get; } = new()
    {
        ["aws:iam/role:Role"] = role => role
            .IdIsName(64).GlobalArn("iam", $"role{Path(role)}{role.Id}").Tags().Empty("namePrefix")
            .Set("uniqueId", UniqueId(role, "AROA")).Set("createDate", FakeIdentifiers.Timestamp)
            .Default("path", "/").Default("maxSessionDuration", 3600d).Default("forceDetachPolicies", false),
        ["aws:iam/instanceProfile:InstanceProfile"] = profile => profile
            .IdIsName(128).GlobalArn("iam", $"instance-profile{Path(profile)}{profile.Id}").Tags().Empty("namePrefix")
            .Set("uniqueId", UniqueId(profile, "AIPA")).Set("createDate", FakeIdentifiers.Timestamp).Default("path", "/"),
        ["aws:iam/policy:Policy"] = policy => policy
            .Named(128).GlobalArn("iam", $"policy{Path(policy)}{policy.Text("name")}").IdIsArn().Tags().Empty("namePrefix")
            .Set("policyId", UniqueId(policy, "ANPA")).Set("attachmentCount", 0d).Default("path", "/"),
        ["aws:iam/rolePolicy:RolePolicy"] = policy => policy
            .Named(128).Identify($"{policy.Text("role")}:{policy.Text("name")}").Empty("namePrefix"),
        ["aws:iam/rolePolicyAttachment:RolePolicyAttachment"] = attachment => Attached(attachment, "role"),
        ["aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive"] = exclusive => exclusive
            .Identify(exclusive.Text("roleName")),
        ["aws:iam/rolePoliciesExclusive:RolePoliciesExclusive"] = exclusive => exclusive.Identify(exclusive.Text("roleName")),
        ["aws:iam/policyAttachment:PolicyAttachment"] = attachment => attachment.IdIsName(),
        ["aws:iam/serviceLinkedRole:ServiceLinkedRole"] = role => role
            .Default("name", $"AWSServiceRoleFor{Service(role)}{(role.Text("customSuffix") is { Length: > 0 } tail ? $"_{tail}" : "")}")
            .Set("path", $"/aws-service-role/{role.Text("awsServiceName")}/")
            .GlobalArn("iam", $"role{role.Text("path")}{role.Text("name")}").IdIsArn().Tags()
            .Set("uniqueId", UniqueId(role, "AROA")).Set("createDate", FakeIdentifiers.Timestamp),
        ["aws:iam/user:User"] = user => user
            .IdIsName(64).GlobalArn("iam", $"user{Path(user)}{user.Id}").Tags()
            .Set("uniqueId", UniqueId(user, "AIDA")).Default("path", "/"),
        ["aws:iam/group:Group"] = group => group
            .IdIsName(128).GlobalArn("iam", $"group{Path(group)}{group.Id}").Set("uniqueId", UniqueId(group, "AGPA")).Default("path", "/"),
        ["aws:iam/userPolicy:UserPolicy"] = policy => policy
            .Named(128).Identify($"{policy.Text("user")}:{policy.Text("name")}").Empty("namePrefix"),
        ["aws:iam/userPolicyAttachment:UserPolicyAttachment"] = attachment => Attached(attachment, "user"),
        // No shape of a secret: nothing that a scanner, or a reader, could take for a real one.
        ["aws:iam/accessKey:AccessKey"] = key => key
            .Identify(UniqueId(key, "AKIA")[..20]).Set("createDate", FakeIdentifiers.Timestamp).Set("secret", "known-after-up")
            .Set("sesSmtpPasswordV4", "known-after-up").Empty("encryptedSecret", "encryptedSesSmtpPasswordV4", "keyFingerprint"),
        ["aws:iam/openIdConnectProvider:OpenIdConnectProvider"] = provider => provider
            .GlobalArn("iam", $"oidc-provider/{provider.Text("url").Replace("https://", "", StringComparison.Ordinal)}").IdIsArn().Tags(),
    };

    private static string Path(AnswerDraft draft) => draft.Text("path") is { Length: > 0 } path ? path : "/";

    private static string UniqueId(AnswerDraft draft, string prefix) =>
        prefix + FakeIdentifiers.UpperAlphanumeric(17, draft.Seed("unique id"));

    private static void Attached(AnswerDraft attachment, string to) =>
        attachment.Identify($"{attachment.Text(to)}-{FakeIdentifiers.Digits(26, attachment.Seed())}");

    // "ecs.amazonaws.com" has AWSServiceRoleForECS.
    private static string Service(AnswerDraft role) => role.Text("awsServiceName").Split('.')[0] switch
    {
        "ecs" => "ECS",
        "autoscaling" => "AutoScaling",
        "spot" => "EC2Spot",
        "elasticloadbalancing" => "ElasticLoadBalancing",
        var other => other,
    };
}
