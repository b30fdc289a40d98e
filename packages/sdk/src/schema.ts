// Generated from docs/api/openapi.json by `npm run generate`.

export interface paths {
    "/server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this server is, and whether it has been set up */
        get: operations["getServer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the accounts of this installation, for its administrators */
        get: operations["listUsers"];
        put?: never;
        /** Make an account: the first with the set-up code, later ones by invitation or where registration is open */
        post: operations["signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Make an account an administrator, or switch it off */
        patch: operations["updateUser"];
        trace?: never;
    };
    "/users/{id}/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a reset link to hand over, where this server sends no mail */
        post: operations["createPasswordResetLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in here, or null */
        get: operations["getSession"];
        put?: never;
        /** Sign in; the answer sets a cookie. With two-factor authentication on, a code is needed as well */
        post: operations["signIn"];
        /** Sign out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own account, with one’s workspaces */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change one’s own profile */
        patch: operations["updateMe"];
        trace?: never;
    };
    "/me/sample-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a workspace of one’s own with clients, projects and two weeks of time, to look around in */
        post: operations["makeSampleData"];
        /** Throw one’s sample data away, workspace and all */
        delete: operations["removeSampleData"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/wires": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When one’s own clients of foreign systems were last heard from */
        get: operations["listWireUses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change one’s own password; every other session ends */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a reset link mailed; the answer is the same whether there is such an account or not */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/password-resets/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set a new password by a reset link */
        put: operations["resetPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List where one is signed in, newest first */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /** End all of one’s sessions but the one in use */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of one’s sessions */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether signing in takes a code as well, and how many recovery codes are left */
        get: operations["getSecondFactor"];
        put?: never;
        /** Begin two-factor authentication: gives what an authenticator app needs; nothing is asked yet */
        post: operations["beginSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch two-factor authentication on by the app’s first code; every other session ends */
        post: operations["confirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make new recovery codes; the former ones end at once */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/second-factor/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch two-factor authentication off */
        post: operations["endSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users/{id}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take the second factor of somebody away who has lost it */
        delete: operations["resetSecondFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List one’s passkeys, newest first */
        get: operations["listPasskeys"];
        put?: never;
        /** Keep the passkey that a browser has made */
        post: operations["addPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a browser needs to make a passkey; for the web app, which has a session */
        post: operations["beginPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove one of one’s passkeys; nobody signs in with it any more */
        delete: operations["removePasskey"];
        options?: never;
        head?: never;
        /** Give one of one’s passkeys another name */
        patch: operations["renamePasskey"];
        trace?: never;
    };
    "/session/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a browser needs to sign somebody in by a passkey */
        post: operations["beginPasskeySignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by a passkey, which stands for both factors; the answer sets a cookie */
        post: operations["signInWithPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the provider sends a browser back to; leads on to a page, which is told of any problem */
        get: operations["finishProviderSignIn"];
        put?: never;
        /** Begin a sign-in at the provider: the browser that asks is to go to the address in the answer */
        post: operations["beginProviderSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the identities at the provider that open one’s account */
        get: operations["listIdentities"];
        put?: never;
        /** Begin linking an identity to one’s account: the browser is to go to the address in the answer */
        post: operations["beginLinkingIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/identities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an identity from one’s account, unless nothing else opens it */
        delete: operations["unlinkIdentity"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List one’s own keys, newest first */
        get: operations["listTokens"];
        put?: never;
        /** Make a key; its secret is shown this once */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens/integration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the one key that integrations take; the one before ends at once */
        post: operations["createIntegrationKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a key, at once and for good */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        /** Rename a key, switch it off or on, or change its expiry or the addresses it works from */
        patch: operations["updateToken"];
        trace?: never;
    };
    "/me/personal-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s personal key, for clients that want one of 32 hexadecimal digits; made when it is first asked for */
        get: operations["getPersonalKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/personal-key/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make another personal key; the old one ends at once */
        post: operations["resetPersonalKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the keys of everybody, newest first */
        get: operations["listAllTokens"];
        put?: never;
        /** Make a key for somebody; its secret is shown this once */
        post: operations["createTokenFor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke anybody’s key, at once and for good */
        delete: operations["revokeAnyToken"];
        options?: never;
        head?: never;
        /** Switch anybody’s key off or on, rename it, or change its expiry, addresses or limits */
        patch: operations["updateAnyToken"];
        trace?: never;
    };
    "/admin/tokens/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a key that may what this one may, and switch this one off */
        post: operations["rotateToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the accounts of this installation, newest first */
        get: operations["listAccounts"];
        put?: never;
        /** Make an account for somebody, who sets the password by the link in the answer */
        post: operations["createAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Make an account an administrator or an ordinary one, or switch it off or on */
        patch: operations["updateAccount"];
        trace?: never;
    };
    "/admin/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what is left to be done, newest first; what is done is not kept */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a job again at once, also one that was given up */
        post: operations["retryJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a job out of the queue: what it was to do is not done */
        delete: operations["removeJob"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show how this installation is */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List one’s workspaces */
        get: operations["listWorkspaces"];
        put?: never;
        /** Make a team workspace */
        post: operations["createWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a workspace */
        get: operations["getWorkspace"];
        put?: never;
        post?: never;
        /** Delete a team workspace */
        delete: operations["deleteWorkspace"];
        options?: never;
        head?: never;
        /** Change a workspace’s name and rules */
        patch: operations["updateWorkspace"];
        trace?: never;
    };
    "/workspaces/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who belongs to a workspace */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{id}/members/{member_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a membership; the time stays */
        delete: operations["endMembership"];
        options?: never;
        head?: never;
        /** Change a member’s role or details, hand the workspace over, or end the membership */
        patch: operations["updateMember"];
        trace?: never;
    };
    "/workspaces/{id}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the open invitations of a workspace */
        get: operations["listInvitations"];
        put?: never;
        /** Invite an address; the link is mailed, or shown where this server sends no mail */
        post: operations["createInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{id}/invitations/{invitation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an invitation */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an invitation link is for */
        get: operations["previewInvitation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{secret}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Join the workspace of an invitation */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List clients by name */
        get: operations["listClients"];
        put?: never;
        /** Make a client */
        post: operations["createClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a client */
        get: operations["getClient"];
        put?: never;
        post?: never;
        /** Delete a client; its projects and time stay */
        delete: operations["deleteClient"];
        options?: never;
        head?: never;
        /** Change a client */
        patch: operations["updateClient"];
        trace?: never;
    };
    "/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List contacts by last name */
        get: operations["listContacts"];
        put?: never;
        /** Write down a contact of a client */
        post: operations["createContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a contact */
        get: operations["getContact"];
        put?: never;
        post?: never;
        /** Delete a contact */
        delete: operations["deleteContact"];
        options?: never;
        head?: never;
        /** Change a contact */
        patch: operations["updateContact"];
        trace?: never;
    };
    "/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List leads, the best score first */
        get: operations["listLeads"];
        put?: never;
        /** Write down a lead */
        post: operations["createLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a lead */
        get: operations["getLead"];
        put?: never;
        post?: never;
        /** Delete a lead */
        delete: operations["deleteLead"];
        options?: never;
        head?: never;
        /** Change a lead */
        patch: operations["updateLead"];
        trace?: never;
    };
    "/leads/{id}/convert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a client of a lead, with its contact and a deal */
        post: operations["convertLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List deals by the day they are expected to close */
        get: operations["listDeals"];
        put?: never;
        /** Write down a deal */
        post: operations["createDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/sums": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What deals come to by stage and currency, whole and weighted */
        get: operations["sumDeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a deal */
        get: operations["getDeal"];
        put?: never;
        post?: never;
        /** Delete a deal */
        delete: operations["deleteDeal"];
        options?: never;
        head?: never;
        /** Change a deal; closing it is dated */
        patch: operations["updateDeal"];
        trace?: never;
    };
    "/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List projects by title */
        get: operations["listProjects"];
        put?: never;
        /** Make a project */
        post: operations["createProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a project */
        get: operations["getProject"];
        put?: never;
        post?: never;
        /** Delete a project and those below it; their time stays, without project */
        delete: operations["deleteProject"];
        options?: never;
        head?: never;
        /** Change a project, or put it under another parent */
        patch: operations["updateProject"];
        trace?: never;
    };
    "/projects/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is in a project, which for a private one is who sees it */
        get: operations["listProjectMembers"];
        /** Say who is in a project */
        put: operations["setProjectMembers"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tasks by name */
        get: operations["listTasks"];
        put?: never;
        /** Make a task in a project */
        post: operations["createTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a task */
        get: operations["getTask"];
        put?: never;
        post?: never;
        /** Delete a task; its time stays */
        delete: operations["deleteTask"];
        options?: never;
        head?: never;
        /** Change a task */
        patch: operations["updateTask"];
        trace?: never;
    };
    "/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tags by name */
        get: operations["listTags"];
        put?: never;
        /** Make a tag */
        post: operations["createTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tags/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a tag */
        get: operations["getTag"];
        put?: never;
        post?: never;
        /** Delete a tag */
        delete: operations["deleteTag"];
        options?: never;
        head?: never;
        /** Change a tag, on every entry that has it */
        patch: operations["updateTag"];
        trace?: never;
    };
    "/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List entries, newest first */
        get: operations["listEntries"];
        put?: never;
        /** Write down time */
        post: operations["createEntry"];
        /** Delete many entries, all or none */
        delete: operations["deleteEntries"];
        options?: never;
        head?: never;
        /** Change many entries alike, all or none */
        patch: operations["updateEntries"];
        trace?: never;
    };
    "/entries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show an entry */
        get: operations["getEntry"];
        put?: never;
        post?: never;
        /** Delete an entry; undo brings it back */
        delete: operations["deleteEntry"];
        options?: never;
        head?: never;
        /** Change an entry; ending the running one stops the timer */
        patch: operations["updateEntry"];
        trace?: never;
    };
    "/timer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The entry that is running, or null */
        get: operations["getTimer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/timer/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start a timer; the one that runs is stopped */
        post: operations["startTimer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/timer/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop the timer, now or at a moment since its start */
        post: operations["stopTimer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/timer/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Interrupt the timer; the time until it is resumed is a break */
        post: operations["pauseTimer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/timer/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on with a paused timer */
        post: operations["resumeTimer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List approvals, newest first */
        get: operations["listApprovals"];
        put?: never;
        /** Ask for the approval of entries, all of them or none */
        post: operations["requestApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/approvals/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many approvals wait for one’s decision */
        get: operations["countApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show an approval */
        get: operations["getApproval"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/approvals/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve one level; after the last one the entry is approved, and locked */
        post: operations["approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/approvals/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject an entry, saying why */
        post: operations["reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/approvals/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a request back, with all its levels */
        post: operations["cancelApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/approvals/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve many, each by itself */
        post: operations["approveMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/approvals/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject many for one reason, each by itself */
        post: operations["rejectMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entries/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open an approved entry again, for admins */
        post: operations["reopenEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/approval-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the policies of a workspace */
        get: operations["listApprovalPolicies"];
        put?: never;
        /** Make a policy, for what is submitted from now on */
        post: operations["createApprovalPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/approval-policies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a policy; requests under way keep their levels */
        delete: operations["deleteApprovalPolicy"];
        options?: never;
        head?: never;
        /** Change a policy */
        patch: operations["updateApprovalPolicy"];
        trace?: never;
    };
    "/timesheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List submitted weeks, the latest first */
        get: operations["listTimesheets"];
        put?: never;
        /** Submit a week: ask for the approval of all its time that is neither approved nor submitted */
        post: operations["submitWeek"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/timesheets/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a submitted week back */
        post: operations["withdrawTimesheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/timesheets/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve all of a week that is one’s turn to decide */
        post: operations["approveTimesheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/timesheets/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject all of a week that is one’s turn to decide, saying why */
        post: operations["rejectTimesheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/timesheets/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a week: approve all that is left of it, for admins */
        post: operations["closeTimesheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Look for projects, tasks, clients, entries, contacts, leads and deals by their words */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/app-usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was recorded of oneself, newest first */
        get: operations["listUsage"];
        put?: never;
        /** Record what a device saw; a batch may be sent again and adds nothing */
        post: operations["recordUsage"];
        /** Remove what was recorded in a range, or on a device, for good */
        delete: operations["deleteUsage"];
        options?: never;
        head?: never;
        /** Put samples on a project by hand, all or none */
        patch: operations["assignUsage"];
        trace?: never;
    };
    "/app-usage/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long one used what; overlaps count once, and time away not at all */
        get: operations["summarizeUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usage-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List one’s rules in their order */
        get: operations["listUsageRules"];
        put?: never;
        /** Make a rule that puts app usage on a project */
        post: operations["createUsageRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usage-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a rule; what it placed stays where it is */
        delete: operations["deleteUsageRule"];
        options?: never;
        head?: never;
        /** Change a rule or its place in the order */
        patch: operations["updateUsageRule"];
        trace?: never;
    };
    "/usage-rules/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the rules again about a range; what was put somewhere by hand stays */
        post: operations["applyUsageRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ask a question: lines, sub-totals and the total */
        get: operations["runReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the entries behind a report, newest first */
        get: operations["listReportEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Write a report into a file, as it is read */
        get: operations["exportReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/saved-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List one’s saved reports and those that are shared, by name */
        get: operations["listSavedReports"];
        put?: never;
        /** Keep a question under a name */
        post: operations["createSavedReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/saved-reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a saved report */
        get: operations["getSavedReport"];
        put?: never;
        post?: never;
        /** Delete a saved report; its links end with it */
        delete: operations["deleteSavedReport"];
        options?: never;
        head?: never;
        /** Change a saved report */
        patch: operations["updateSavedReport"];
        trace?: never;
    };
    "/saved-reports/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the public links to a saved report */
        get: operations["listReportLinks"];
        put?: never;
        /** Make a public link to a saved report */
        post: operations["createReportLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/saved-reports/{id}/links/{link_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a public link */
        delete: operations["revokeReportLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public-reports/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the report behind a public link */
        get: operations["getPublicReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public-reports/{secret}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Write the report behind a public link into a file */
        get: operations["exportPublicReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List one’s exports of the last day, newest first */
        get: operations["listExports"];
        put?: never;
        /** Have a report written into a file, whether one waits for it or not */
        post: operations["createExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/everything": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have everything one may see written into one file, whether one waits for it or not */
        post: operations["createFullExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show how far an export is */
        get: operations["getExport"];
        put?: never;
        post?: never;
        /** Stop an export, or throw its file away */
        delete: operations["deleteExport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a finished export */
        get: operations["downloadExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the rates of a workspace, newest day first */
        get: operations["listRates"];
        put?: never;
        /** Set a rate from a day on */
        post: operations["createRate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a rate back; the one before it, or of the next level, holds again */
        delete: operations["deleteRate"];
        options?: never;
        head?: never;
        /** Change a rate or the day it holds from */
        patch: operations["updateRate"];
        trace?: never;
    };
    "/budgets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the budgets of a workspace with what is used of them */
        get: operations["listBudgets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/budget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a project a budget of time or of money */
        put: operations["setBudget"];
        post?: never;
        /** Take a project’s budget away */
        delete: operations["clearBudget"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{id}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the webhooks of a workspace */
        get: operations["listWebhooks"];
        put?: never;
        /** Have an address told of what happens in a workspace */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List one’s own webhooks, which hear what one may see in every workspace */
        get: operations["listOwnWebhooks"];
        put?: never;
        /** Have an address told of all that one may see, in every workspace one is in now or later */
        post: operations["createOwnWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A webhook */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /** Delete a webhook; what still waits for it is not sent */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /** Change a webhook, or switch it off or on; whoever switches it on is who it is told for */
        patch: operations["updateWebhook"];
        trace?: never;
    };
    "/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The secret that messages to a webhook are signed with */
        get: operations["getWebhookSecret"];
        put?: never;
        /** Sign messages to a webhook with another secret from now on */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a webhook a message that tells of nothing, also where it is switched off */
        post: operations["pingWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a webhook was told in the last seven days, newest first */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A delivery with what was sent and answered */
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/{id}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the message of a delivery once more, as a delivery of its own */
        post: operations["redeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened in a workspace, newest first */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A stream (text/event-stream) that tells when something changes; Last-Event-ID brings what was missed */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/{operation_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what one request wrote */
        post: operations["undoOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Account: components["schemas"]["User"] & {
            /** @description In how many workspaces the person is active. */
            workspace_count: number;
            /**
             * Format: date-time
             * @description When a browser, a key or a client of theirs was last heard from, to the hour.
             */
            last_seen_at: string | null;
        };
        AccountList: {
            data: components["schemas"]["Account"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
        AnyTokenChanges: components["schemas"]["TokenChanges"] & {
            /** @description How many times the usual limits the key may use up; the administrators of the installation raise it. */
            limit_factor?: number;
        };
        AppliedRules: {
            /**
             * @description How many samples the rules were asked about.
             * @example 940
             */
            checked: number;
            /**
             * @description How many of them have another project now.
             * @example 31
             */
            changed: number;
        };
        Approval: {
            id: number;
            workspace_id: number;
            entry_id: number;
            timesheet_id: number | null;
            /**
             * @description Its number in the policy.
             * @example 1
             */
            level: number;
            /**
             * @description Where it stands among the levels of its request.
             * @example 1
             */
            step: number;
            /**
             * @description How many levels its request goes through.
             * @example 2
             */
            steps: number;
            /** @enum {string} */
            status: "pending" | "approved" | "rejected" | "cancelled";
            /** @description It waits for a decision now: the levels before it are approved. */
            is_due: boolean;
            /** @description Who may decide; nobody stands for the admins. */
            approver_ids: number[];
            requested_by: number;
            request_comment: string | null;
            decided_by: number | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            decided_at: string | null;
            /** @description Why, where it was rejected. */
            decision_comment: string | null;
            entry: {
                user_id: number;
                project_id: number | null;
                task_id: number | null;
                /** @example Fix basket rounding */
                title: string | null;
                notes: string | null;
                /**
                 * Format: date-time
                 * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
                 */
                started_at: string;
                /**
                 * Format: date-time
                 * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
                 */
                ended_at: string | null;
                /** @example 5880 */
                duration_seconds: number;
                /**
                 * Format: date
                 * @description A calendar day, YYYY-MM-DD.
                 */
                started_on: string;
                billing_status: components["schemas"]["BillingStatus"];
            };
            /** @description Grows with each change; send it as If-Match to write only what you read. */
            version: number;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            updated_at: string;
        };
        ApprovalCount: {
            /** @example 3 */
            count: number;
        };
        ApprovalList: {
            data: components["schemas"]["Approval"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
        ApprovalPolicy: {
            id: number;
            workspace_id: number;
            /** @example All billable time */
            name: string;
            /** @description Who decides at each level, in order; any one of a level will do. */
            levels: number[][];
            project_id: number | null;
            user_id: number | null;
            min_seconds: number | null;
            billable_only: boolean;
            is_enabled: boolean;
            /** @description Grows with each change; send it as If-Match to write only what you read. */
            version: number;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            updated_at: string;
        };
        ApprovalPolicyChanges: {
            /** @example All billable time */
            name?: string;
            /** @description Who decides at each level, in order; any one of a level will do. */
            levels?: number[][];
            project_id?: number | null;
            user_id?: number | null;
            min_seconds?: number | null;
            billable_only?: boolean;
            is_enabled?: boolean;
        };
        ApprovalPolicyList: {
            data: components["schemas"]["ApprovalPolicy"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
        Approving: {
            comment?: string | null;
        };
        ApprovingMany: {
            ids: number[];
            comment?: string | null;
        };
        /** @enum {string} */
        BillingStatus: "undetermined" | "not_billable" | "billable" | "billed" | "paid";
        Budget: {
            project_id: number;
            /** @enum {string} */
            period: "total" | "month";
            /**
             * @description `total`, or the month as YYYY-MM.
             * @example 2026-03
             */
            period_key: string;
            /** @example 144000 */
            seconds: number | null;
            /**
             * @description Minor units.
             * @example 500000
             */
            amount: number | null;
            /**
             * @description An ISO 4217 code.
             * @example EUR
             */
            currency: string | null;
            /**
             * @description From this share on it is said.
             * @example 80
             */
            alert_percent: number | null;
            used_seconds: number;
            /** @description Minor units of the budget’s currency. */
            used_amount: number;
            /** @description Rounded down; above 100 where it is overdrawn. */
            used_percent: number;
        };
        Budgets: {
            data: components["schemas"]["Budget"][];
        };
        BulkEntryChanges: {
            ids: number[];
            changes: {
                /** @example 1 */
                project_id?: number | null;
                task_id?: number | null;
                client_id?: number | null;
                /** @example Fix basket rounding */
                title?: string | null;
                notes?: string | null;
                /** @enum {string|null} */
                billing_status?: "not_billable" | "billable" | "billed" | "paid" | null;
                tag_ids?: number[];
                /** @description By name; those that do not exist are created. */
                tags?: string[];
                /** @description Merged into what is there; null deletes one. */
                custom_fields?: {
                    [key: string]: string | null;
                };
                /** @description The invoice that billed it. */
                invoice_number?: string | null;
                workspace_id?: number;
            };
            /** @description Also change entries that belong to somebody else. */
            for_others?: boolean;
        };
        Client: {
            id: number;
            workspace_id: number;
            /** @example Harbour Books */
            name: string;
            notes: string | null;
            contact_person: string | null;
            email: string | null;
            phone: string | null;
            address: string | null;
            /** @enum {string} */
            type: "individual" | "company";
            is_active: boolean;
            /**
             * @description An ISO 4217 code.
             * @example EUR
             */
            currency: string | null;
            custom_fields: {
                [key: string]: string;
            };
            /** @description Grows with each change; send it as If-Match to write only what you read. */
            version: number;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            updated_at: string;
        };
        ClientChanges: {
            /** @example Harbour Books */
            name?: string;
            notes?: string | null;
            contact_person?: string | null;
            email?: string | null;
            phone?: string | null;
            address?: string | null;
            /** @enum {string} */
            type?: "individual" | "company";
            is_active?: boolean;
            /**
             * @description An ISO 4217 code.
             * @example EUR
             */
            currency?: string | null;
            /** @description Merged into what is there; null deletes one. */
            custom_fields?: {
                [key: string]: string | null;
            };
        };
        ClientList: {
            data: components["schemas"]["Client"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
        Contact: {
            id: number;
            workspace_id: number;
            client_id: number;
            /** @example Ada */
            first_name: string;
            /** @example Lovelace */
            last_name: string;
            /** @example ada@example.com */
            email: string | null;
            /** @example +49 30 1234567 */
            phone: string | null;
            /** @example +49 171 1234567 */
            mobile: string | null;
            /** @example Head of IT */
            title: string | null;
            /** @example IT */
            department: string | null;
            /** @example billing */
            role: string;
            address: string | null;
            notes: string | null;
            /** @description Words of its own, no tags of the workspace. */
            tags: string[];
            /** @description A client has one primary contact; a new one takes its place. */
            is_primary: boolean;
            is_active: boolean;
            created_by: number | null;
            /** @description Grows with each change; send it as If-Match to write only what you read. */
            version: number;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            updated_at: string;
        };
        ContactChanges: {
            /** @example Ada */
            first_name?: string;
            /** @example Lovelace */
            last_name?: string;
            /** @example ada@example.com */
            email?: string | null;
            /** @example +49 30 1234567 */
            phone?: string | null;
            /** @example +49 171 1234567 */
            mobile?: string | null;
            /** @example Head of IT */
            title?: string | null;
            /** @example IT */
            department?: string | null;
            /** @example billing */
            role?: string;
            address?: string | null;
            notes?: string | null;
            /** @description Words of its own, no tags of the workspace. */
            tags?: string[];
            /** @description A client has one primary contact; a new one takes its place. */
            is_primary?: boolean;
            is_active?: boolean;
        };
        ContactList: {
            data: components["schemas"]["Contact"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
        Conversion: {
            /** @description A client there is; without it a new one is made. */
            client_id?: number;
            /** @example Analytical Engines */
            client_name?: string;
            /** @description So it is unless it is said otherwise. */
            makes_contact?: boolean;
            /** @description Also make this deal; what is left out comes from the lead. */
            deal?: {
                /** @example Website relaunch */
                name?: string;
                /** @enum {string} */
                stage?: "prospecting" | "qualification" | "proposal" | "negotiation" | "closed_won" | "closed_lost";
                /**
                 * @description Minor units of its currency.
                 * @example 1200000
                 */
                value?: number | null;
                /**
                 * @description An ISO 4217 code.
                 * @example EUR
                 */
                currency?: string;
                probability?: number;
                /**
                 * Format: date
                 * @description A calendar day, YYYY-MM-DD.
                 */
                expected_close_on?: string | null;
            } | null;
        };
        Converted: {
            lead: components["schemas"]["Lead"];
            client: components["schemas"]["Client"];
            contact: components["schemas"]["Contact"] | null;
            deal: components["schemas"]["Deal"] | null;
        };
        CreatedInvitation: components["schemas"]["Invitation"] & {
            /** @description The link, where this server sends no mail. */
            url: string | null;
        };
        CreatedOwnedToken: components["schemas"]["CreatedToken"] & {
            user_id: number;
            /** @example ada@example.com */
            user_email: string;
            /** @example Ada Lovelace */
            user_name: string | null;
        };
        CreatedToken: components["schemas"]["Token"] & {
            /**
             * @description Shown this once.
             * @example tt_Xk3pQw9…
             */
            token: string;
        };
        CreatedWebhook: components["schemas"]["Webhook"] & {
            /**
             * @description What messages are signed with, as Standard Webhooks does: HMAC-SHA256.
             * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
             */
            secret: string;
        };
        Deal: {
            id: number;
            workspace_id: number;
            /** @example Website relaunch */
            name: string;
            client_id: number | null;
            contact_id: number | null;
            lead_id: number | null;
            project_id: number | null;
            description: string | null;
            /** @enum {string} */
            stage: "prospecting" | "qualification" | "proposal" | "negotiation" | "closed_won" | "closed_lost";
            /** @enum {string} */
            status: "open" | "won" | "lost" | "cancelled";
            /**
             * @description Minor units of its currency.
             * @example 1200000
             */
            value: number | null;
            /**
             * @description An ISO 4217 code.
             * @example EUR
             */
            currency: string;
            /** @description In percent. */
            probability: number;
            /**
             * Format: date
             * @description A calendar day, YYYY-MM-DD.
             */
            expected_close_on: string | null;
            /**
             * Format: date
             * @description A calendar day, YYYY-MM-DD.
             */
            closed_on: string | null;
            loss_reason: string | null;
            notes: string | null;
            owner_id: number;
            /** @description The value times its probability, in minor units. */
            weighted_value: number | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            closed_at: string | null;
            created_by: number | null;
            /** @description Grows with each change; send it as If-Match to write only what you read. */
            version: number;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            updated_at: string;
        };
        DealChanges: {
            /** @example Website relaunch */
            name?: string;
            client_id?: number | null;
            contact_id?: number | null;
            lead_id?: number | null;
            project_id?: number | null;
            description?: string | null;
            /** @enum {string} */
            stage?: "prospecting" | "qualification" | "proposal" | "negotiation" | "closed_won" | "closed_lost";
            /** @enum {string} */
            status?: "open" | "won" | "lost" | "cancelled";
            /**
             * @description Minor units of its currency.
             * @example 1200000
             */
            value?: number | null;
            /**
             * @description An ISO 4217 code.
             * @example EUR
             */
            currency?: string;
            /** @description In percent. */
            probability?: number;
            /**
             * Format: date
             * @description A calendar day, YYYY-MM-DD.
             */
            expected_close_on?: string | null;
            /**
             * Format: date
             * @description A calendar day, YYYY-MM-DD.
             */
            closed_on?: string | null;
            loss_reason?: string | null;
            notes?: string | null;
            owner_id?: number;
        };
        DealList: {
            data: components["schemas"]["Deal"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
        DealSums: {
            data: {
                /** @enum {string} */
                stage: "prospecting" | "qualification" | "proposal" | "negotiation" | "closed_won" | "closed_lost";
                /**
                 * @description An ISO 4217 code.
                 * @example EUR
                 */
                currency: string;
                count: number;
                /** @description Minor units. */
                value: number;
                /** @description Minor units. */
                weighted_value: number;
            }[];
        };
        DecisionResults: {
            data: {
                id: number;
                approval: components["schemas"]["Approval"] | null;
                /** @description Why it could not be decided. */
                error: {
                    code: string;
                    reason: string;
                    message: string;
                } | null;
            }[];
        };
        DeletedUsage: {
            /**
             * @description How many samples are gone.
             * @example 120
             */
            deleted: number;
        };
        Delivery: {
            id: number;
            workspace_id: number;
            webhook_id: number;
            /** @description Null for a ping, which tells of no event. */
            event_id: number | null;
            /**
             * @description Such as entry.started, or ping.
             * @example entry.started
             */
            kind: string;
            /** @example entry */
            subject_kind: string;
            subject_id: number;
            /** @enum {string} */
            status: "waiting" | "done" | "failed";
            /** @example 1 */
            attempts: number;
            /**
             * Format: date-time
             * @description Null when nothing more is tried.
             */
            next_attempt_at: string | null;
            /** @example 200 */
            response_status: number | null;
            /** @example The receiver refused the connection. */
            error: string | null;
            /** @example 84 */
            took_ms: number | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            attempted_at: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            finished_at: string | null;
        };
        DeliveryDetails: components["schemas"]["Delivery"] & {
            /** @description What was sent last. */
            request_body: string | null;
            /** @description The beginning of the last answer. */
            response_text: string | null;
        };
        DeliveryList: {
            data: components["schemas"]["Delivery"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
        Entries: {
            data: components["schemas"]["Entry"][];
        };
        Entry: {
            id: number;
            workspace_id: number;
            user_id: number;
            project_id: number | null;
            task_id: number | null;
            client_id: number | null;
            /** @example Fix basket rounding */
            title: string | null;
            notes: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            started_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             * @example 2026-03-02T10:38:00Z
             */
            ended_at: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            paused_at: string | null;
            break_seconds: number;
            /**
             * @description Up to the moment of the answer while it runs.
             * @example 5880
             */
            duration_seconds: number;
            is_running: boolean;
            /**
             * @description An IANA time zone, such as Europe/Berlin.
             * @example Europe/Berlin
             */
            time_zone: string;
            /**
             * Format: date
             * @description A calendar day, YYYY-MM-DD.
             */
            started_on: string;
            billing_status: components["schemas"]["BillingStatus"];
            tags: {
                id: number;
                /** @example bug */
                name: string;
            }[];
            custom_fields: {
                [key: string]: string;
            };
            /** @enum {string} */
            source: "timer" | "manual" | "import";
            is_locked: boolean;
            /** @enum {string|null} */
            approval_status: "pending" | "approved" | "rejected" | null;
            invoice_number: string | null;
            /** @description Grows with each change; send it as If-Match to write only what you read. */
            version: number;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            updated_at: string;
        };
        EntryChanges: {
            /** @example 1 */
            project_id?: number | null;
            task_id?: number | null;
            client_id?: number | null;
            /** @example Fix basket rounding */
            title?: string | null;
            notes?: string | null;
            /** @enum {string|null} */
            billing_status?: "not_billable" | "billable" | "billed" | "paid" | null;
            tag_ids?: number[];
            /** @description By name; those that do not exist are created. */
            tags?: string[];
            /** @description Merged into what is there; null deletes one. */
            custom_fields?: {
                [key: string]: string | null;
            };
            /** @description The invoice that billed it. */
            invoice_number?: string | null;
            workspace_id?: number;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            started_at?: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            ended_at?: string | null;
            break_seconds?: number;
            /**
             * @description What to do with my own entries in that time: keep them, refuse, or trim and remove them.
             * @enum {string}
             */
            overlap?: "allow" | "refuse" | "replace";
            /** @description The owner, where the entry belongs to somebody else. */
            user_id?: number | null;
        };
        EntryList: {
            data: components["schemas"]["Entry"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
        ErrorBody: {
            error: {
                /**
                 * @description What kind of refusal this is.
                 * @enum {string}
                 */
                code: "invalid" | "unauthenticated" | "forbidden" | "not_found" | "conflict" | "locked" | "gone" | "too_large" | "rate_limited" | "unsupported" | "unavailable" | "internal";
                /**
                 * @description Why, for machines and translations.
                 * @enum {string}
                 */
                reason: "bad_input" | "malformed" | "no_credentials" | "bad_credentials" | "second_factor_required" | "wrong_code" | "unknown_passkey" | "token_revoked" | "token_expired" | "account_inactive" | "address_not_allowed" | "foreign_origin" | "missing_scope" | "not_allowed" | "owner_not_named" | "registration_closed" | "already_set_up" | "no_such_thing" | "no_such_route" | "wrong_method" | "ambiguous" | "name_taken" | "email_taken" | "already_member" | "last_owner" | "last_admin" | "version_mismatch" | "changed_since" | "idempotency_key_reused" | "timer_running" | "nothing_running" | "not_paused" | "already_paused" | "overlap" | "locked_period" | "approved" | "already_pending" | "no_approvers" | "not_pending" | "not_approver" | "module_disabled" | "billed_protected" | "cycle" | "in_use" | "link_used" | "link_expired" | "sign_in_expired" | "sign_in_cancelled" | "provider_unavailable" | "provider_refused" | "email_not_verified" | "account_exists" | "identity_taken" | "last_way_in" | "body_too_large" | "too_many_requests" | "too_many_rows" | "unsupported_media_type" | "not_offered" | "database_unavailable" | "too_busy" | "bug";
                /**
                 * @description A sentence for people; its wording may change.
                 * @example There is no such entry.
                 */
                message: string;
                /** @description What is wrong with which field of the request. */
                fields?: {
                    [key: string]: string;
                };
            };
        };
        Event: {
            id: number;
            workspace_id: number;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            at: string;
            user_id: number | null;
            /** @example 0b6f3d0e-6b0f-4f6c-9a51-8f1f3f0c9b7a */
            operation_id: string;
            /** @example native */
            wire: string;
            /** @description Why, where the client said so. */
            reason: string | null;
            /**
             * @description Such as entry.created.
             * @example entry.created
             */
            kind: string;
            /** @example entry */
            subject_kind: string;
            subject_id: number;
            before: unknown | null;
            after: unknown | null;
        };
        EventList: {
            data: components["schemas"]["Event"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
        Export: {
            id: number;
            name: string;
            /** @enum {string} */
            content: "report" | "everything";
            /** @example Hours for Acme.csv */
            file_name: string;
            /** @enum {string} */
            format: "csv" | "xlsx" | "pdf" | "json";
            /** @enum {string} */
            status: "waiting" | "working" | "done" | "failed" | "cancelled";
            rows_done: number;
            rows_total: number | null;
            size_bytes: number | null;
            error: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            finished_at: string | null;
        };
        ExportList: {
            data: components["schemas"]["Export"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
        Health: {
            /** @example 0.1.0 */
            version: string;
            /** @example 20.20.0 */
            node_version: string;
            /**
             * Format: date-time
             * @description When this process started.
             */
            started_at: string;
            /** @description What this process holds. */
            memory_bytes: number;
            database: {
                /** @enum {string} */
                engine: "sqlite" | "postgres";
                /** @example 3.50.4 */
                version: string;
                size_bytes: number;
                /** @description How many steps of the schema it has seen. */
                migrations: number;
                /**
                 * @description The newest of them.
                 * @example 0005-integrations
                 */
                migration: string;
                /**
                 * Format: date-time
                 * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
                 */
                migrated_at: string;
            };
            /**
             * @description Where requests are counted for all processes; `off` without REDIS_URL.
             * @enum {string}
             */
            redis: "off" | "connected" | "unreachable";
            sends_mail: boolean;
            jobs: {
                waiting: number;
                running: number;
                failed: number;
            };
            webhooks: {
                /** @description Messages that have not been delivered yet. */
                waiting: number;
                /**
                 * Format: date-time
                 * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
                 */
                oldest_waiting_at: string | null;
                /** @description Webhooks that were switched off after failures. */
                disabled: number;
            };
            accounts: {
                active: number;
                inactive: number;
            };
        };
        Identities: {
            data: components["schemas"]["Identity"][];
        };
        Identity: {
            id: number;
            /**
             * @description The provider.
             * @example https://login.example.org
             */
            issuer: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            last_used_at: string;
        };
        Invitation: {
            id: number;
            workspace_id: number;
            /** @example grace@example.com */
            email: string;
            role: components["schemas"]["Role"];
            invited_by: number;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            expires_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            created_at: string;
        };
        InvitationList: {
            data: components["schemas"]["Invitation"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
        InvitationPreview: {
            /** @example Analytical Engines */
            workspace_name: string;
            /** @example grace@example.com */
            email: string;
            role: components["schemas"]["Role"];
            has_account: boolean;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            expires_at: string;
        };
        Job: {
            id: number;
            /** @example send-mail */
            kind: string;
            /**
             * @description It waits for its time, a process works on it, or it was given up.
             * @enum {string}
             */
            state: "waiting" | "running" | "failed";
            /** @description How often it was begun. */
            attempts: number;
            /**
             * Format: date-time
             * @description When it is due.
             */
            run_at: string;
            /** @description What stopped the last try. */
            last_error: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            failed_at: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            created_at: string;
        };
        JobList: {
            data: components["schemas"]["Job"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
        Lead: {
            id: number;
            workspace_id: number;
            /** @example Ada */
            first_name: string;
            /** @example Lovelace */
            last_name: string;
            /** @example Analytical Engines */
            company_name: string | null;
            /** @example ada@example.com */
            email: string | null;
            /** @example +49 30 1234567 */
            phone: string | null;
            /** @example Head of IT */
            title: string | null;
            /** @example website */
            source: string | null;
            /** @example 60 */
            score: number;
            /**
             * @description Minor units of its currency.
             * @example 1200000
             */
            value: number | null;
            /**
             * @description An ISO 4217 code.
             * @example EUR
             */
            currency: string;
            notes: string | null;
            /** @description Words of its own, no tags of the workspace. */
            tags: string[];
            owner_id: number;
            /** @enum {string} */
            status: "new" | "contacted" | "qualified" | "converted" | "lost";
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            converted_at: string | null;
            client_id: number | null;
            contact_id: number | null;
            deal_id: number | null;
            created_by: number | null;
            /** @description Grows with each change; send it as If-Match to write only what you read. */
            version: number;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            updated_at: string;
        };
        LeadChanges: {
            /** @example Ada */
            first_name?: string;
            /** @example Lovelace */
            last_name?: string;
            /** @example Analytical Engines */
            company_name?: string | null;
            /** @example ada@example.com */
            email?: string | null;
            /** @example +49 30 1234567 */
            phone?: string | null;
            /** @example Head of IT */
            title?: string | null;
            /** @example website */
            source?: string | null;
            /** @example 60 */
            score?: number;
            /**
             * @description Minor units of its currency.
             * @example 1200000
             */
            value?: number | null;
            /**
             * @description An ISO 4217 code.
             * @example EUR
             */
            currency?: string;
            notes?: string | null;
            /** @description Words of its own, no tags of the workspace. */
            tags?: string[];
            owner_id?: number;
            /**
             * @description It becomes `converted` by converting it.
             * @enum {string}
             */
            status?: "new" | "contacted" | "qualified" | "lost";
        };
        LeadList: {
            data: components["schemas"]["Lead"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
        Link: {
            /** @example https://sundial.example.org/reset-password/… */
            url: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            expires_at: string;
        };
        ListedWebhook: components["schemas"]["Webhook"] & {
            last_delivery: components["schemas"]["Delivery"] | null;
        };
        ListedWebhookList: {
            data: components["schemas"]["ListedWebhook"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
        /** @description With the link that sets the password. */
        MadeAccount: {
            account: components["schemas"]["Account"];
            link: components["schemas"]["Link"];
        };
        Me: {
            id: number;
            /** @example ada@example.com */
            email: string;
            /** @example Ada Lovelace */
            name: string | null;
            /**
             * @description An IANA time zone, such as Europe/Berlin.
             * @example Europe/Berlin
             */
            time_zone: string;
            locale: string | null;
            /** @enum {string} */
            time_format: "24h" | "12h";
            /** @enum {string} */
            duration_format: "clock" | "decimal";
            /** @description 1 is Monday, 7 is Sunday. */
            week_start: number;
            /** @enum {string|null} */
            default_billing_status: "not_billable" | "billable" | null;
            default_workspace_id: number;
            /**
             * @description How close the rows of the web app stand.
             * @enum {string}
             */
            density: "comfortable" | "compact";
            /** @description The workspace of one’s sample data, while there is one. */
            sample_workspace_id: number | null;
            /** @description Runs this installation. */
            is_admin: boolean;
            /** @description Somebody who signs in elsewhere, or by passkey, may have none. */
            has_password: boolean;
            /** @description Signing in takes a code beside the password. */
            has_second_factor: boolean;
            memberships: components["schemas"]["Membership"][];
            /** @description What this session or token may do. */
            scopes: string[];
            /** @description Grows with each change; send it as If-Match to write only what you read. */
            version: number;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            created_at: string;
        };
        MeChanges: {
            name?: string | null;
            /** @example ada@example.com */
            email?: string;
            /**
             * @description An IANA time zone, such as Europe/Berlin.
             * @example Europe/Berlin
             */
            time_zone?: string;
            locale?: string | null;
            /** @enum {string} */
            time_format?: "24h" | "12h";
            /** @enum {string} */
            duration_format?: "clock" | "decimal";
            /** @description 1 is Monday, 7 is Sunday. */
            week_start?: number;
            /** @enum {string|null} */
            default_billing_status?: "not_billable" | "billable" | null;
            default_workspace_id?: number;
            /**
             * @description How close the rows of the web app stand.
             * @enum {string}
             */
            density?: "comfortable" | "compact";
        };
        Member: {
            id: number;
            workspace_id: number;
            user_id: number;
            /** @example ada@example.com */
            email: string;
            /** @example Ada Lovelace */
            name: string | null;
            role: components["schemas"]["Role"];
            designation: string | null;
            department: string | null;
            is_active: boolean;
            /** @description Grows with each change; send it as If-Match to write only what you read. */
            version: number;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            created_at: string;
        };
        MemberChanges: {
            role?: components["schemas"]["Role"];
            designation?: string | null;
            department?: string | null;
            is_active?: boolean;
        };
        MemberList: {
            data: components["schemas"]["Member"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
        Membership: {
            member_id: number;
            role: components["schemas"]["Role"];
            workspace: {
                id: number;
                /** @enum {string} */
                kind: "personal" | "team";
                /** @example Analytical Engines */
                name: string;
                member_count: number;
            };
        };
        NewAccount: {
            /** @example ada@example.com */
            email: string;
            /** @example correct horse battery staple */
            password: string;
            /** @example Ada Lovelace */
            name?: string | null;
            /**
             * @description An IANA time zone, such as Europe/Berlin.
             * @example Europe/Berlin
             */
            time_zone?: string;
            /** @description The one-time code printed at first start; for the first account. */
            setup_code?: string;
            /** @description The token of an invitation link. */
            invitation?: string;
            /** @description Also make a team workspace of this name. */
            team_name?: string;
        };
        NewAccountFor: {
            /** @example ada@example.com */
            email: string;
            /** @example Ada Lovelace */
            name?: string | null;
            /**
             * @description An IANA time zone, such as Europe/Berlin.
             * @example Europe/Berlin
             */
            time_zone?: string;
            is_admin?: boolean;
        };
        NewApprovalPolicy: {
            workspace_id: number;
            /** @example All billable time */
            name: string;
            /** @description Who decides at each level, in order; any one of a level will do. */
            levels: number[][];
            project_id?: number | null;
            user_id?: number | null;
            min_seconds?: number | null;
            billable_only?: boolean;
            is_enabled?: boolean;
        };
        NewApprovals: {
            entry_ids: number[];
            comment?: string | null;
            /** @description Of those who may decide, ask only these. */
            approver_ids?: number[];
        };
        NewBudget: {
            /** @enum {string} */
            period?: "total" | "month";
            /** @example 144000 */
            seconds?: number | null;
            /**
             * @description Minor units.
             * @example 500000
             */
            amount?: number | null;
            /**
             * @description An ISO 4217 code.
             * @example EUR
             */
            currency?: string;
            /**
             * @description From this share on it is said.
             * @example 80
             */
            alert_percent?: number | null;
        };
        NewClient: {
            workspace_id: number;
            /** @example Harbour Books */
            name: string;
            notes?: string | null;
            contact_person?: string | null;
            email?: string | null;
            phone?: string | null;
            address?: string | null;
            /** @enum {string} */
            type?: "individual" | "company";
            is_active?: boolean;
            /**
             * @description An ISO 4217 code.
             * @example EUR
             */
            currency?: string | null;
            /** @description Merged into what is there; null deletes one. */
            custom_fields?: {
                [key: string]: string | null;
            };
        };
        NewContact: {
            client_id: number;
            /** @example Ada */
            first_name: string;
            /** @example Lovelace */
            last_name: string;
            /** @example ada@example.com */
            email?: string | null;
            /** @example +49 30 1234567 */
            phone?: string | null;
            /** @example +49 171 1234567 */
            mobile?: string | null;
            /** @example Head of IT */
            title?: string | null;
            /** @example IT */
            department?: string | null;
            /** @example billing */
            role?: string;
            address?: string | null;
            notes?: string | null;
            /** @description Words of its own, no tags of the workspace. */
            tags?: string[];
            /** @description A client has one primary contact; a new one takes its place. */
            is_primary?: boolean;
            is_active?: boolean;
        };
        NewDeal: {
            workspace_id: number;
            /** @example Website relaunch */
            name: string;
            client_id?: number | null;
            contact_id?: number | null;
            lead_id?: number | null;
            project_id?: number | null;
            description?: string | null;
            /** @enum {string} */
            stage?: "prospecting" | "qualification" | "proposal" | "negotiation" | "closed_won" | "closed_lost";
            /** @enum {string} */
            status?: "open" | "won" | "lost" | "cancelled";
            /**
             * @description Minor units of its currency.
             * @example 1200000
             */
            value?: number | null;
            /**
             * @description An ISO 4217 code.
             * @example EUR
             */
            currency?: string;
            /** @description In percent. */
            probability?: number;
            /**
             * Format: date
             * @description A calendar day, YYYY-MM-DD.
             */
            expected_close_on?: string | null;
            /**
             * Format: date
             * @description A calendar day, YYYY-MM-DD.
             */
            closed_on?: string | null;
            loss_reason?: string | null;
            notes?: string | null;
            owner_id?: number;
        };
        NewEntry: {
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            started_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             * @example 2026-03-02T10:38:00Z
             */
            ended_at: string;
            workspace_id?: number | null;
            user_id?: number | null;
            /** @example 1 */
            project_id?: number | null;
            task_id?: number | null;
            client_id?: number | null;
            /** @example Fix basket rounding */
            title?: string | null;
            notes?: string | null;
            /** @enum {string|null} */
            billing_status?: "not_billable" | "billable" | "billed" | "paid" | null;
            tag_ids?: number[];
            /** @description By name; those that do not exist are created. */
            tags?: string[];
            /** @description Merged into what is there; null deletes one. */
            custom_fields?: {
                [key: string]: string | null;
            };
            /** @description The invoice that billed it. */
            invoice_number?: string | null;
            break_seconds?: number;
            /**
             * @description What to do with my own entries in that time: keep them, refuse, or trim and remove them.
             * @enum {string}
             */
            overlap?: "allow" | "refuse" | "replace";
        };
        NewExport: {
            /** @enum {string} */
            format: "csv" | "xlsx" | "pdf" | "json";
            /**
             * @description The lines of the report, or every entry behind it.
             * @enum {string}
             */
            detail?: "summary" | "entries";
            /**
             * @description For PDF.
             * @enum {string}
             */
            paper?: "a4" | "letter";
            /**
             * @description What the file is called.
             * @example Hours for Acme
             */
            name?: string;
            question: components["schemas"]["ReportDefinition"];
        };
        NewFullExport: {
            /** @description All of this workspace, for its owner and admins; without it what is one’s own in each. */
            workspace_id?: number | null;
            /**
             * @description A ZIP with a CSV of each kind, or one JSON file.
             * @enum {string}
             */
            format: "csv" | "json";
        };
        NewInvitation: {
            /** @example ada@example.com */
            email: string;
            /** @enum {string} */
            role: "admin" | "manager" | "member" | "viewer";
        };
        NewLead: {
            workspace_id: number;
            /** @example Ada */
            first_name: string;
            /** @example Lovelace */
            last_name: string;
            /** @example Analytical Engines */
            company_name?: string | null;
            /** @example ada@example.com */
            email?: string | null;
            /** @example +49 30 1234567 */
            phone?: string | null;
            /** @example Head of IT */
            title?: string | null;
            /** @example website */
            source?: string | null;
            /** @example 60 */
            score?: number;
            /**
             * @description Minor units of its currency.
             * @example 1200000
             */
            value?: number | null;
            /**
             * @description An ISO 4217 code.
             * @example EUR
             */
            currency?: string;
            notes?: string | null;
            /** @description Words of its own, no tags of the workspace. */
            tags?: string[];
            owner_id?: number;
            /**
             * @description It becomes `converted` by converting it.
             * @enum {string}
             */
            status?: "new" | "contacted" | "qualified" | "lost";
        };
        NewOwnedToken: {
            user_id: number;
        } & components["schemas"]["NewToken"];
        NewPasskey: {
            /** @example Firefox on Linux */
            name: string;
            /** @description RegistrationResponseJSON of WebAuthn. */
            response: {
                id: string;
                rawId: string;
                type: string;
                authenticatorAttachment?: string;
                response: {
                    clientDataJSON: string;
                    attestationObject: string;
                    transports?: string[];
                };
            };
        };
        NewProject: {
            workspace_id: number;
            /** @example Shop */
            title: string;
            parent_id?: number | null;
            client_id?: number | null;
            code?: string | null;
            notes?: string | null;
            /**
             * @description #RRGGBB
             * @example #B45309
             */
            color?: string | null;
            productivity_score?: number;
            status?: components["schemas"]["ProjectStatus"];
            is_archived?: boolean;
            archive_reason?: string | null;
            is_private?: boolean;
            /** @enum {string|null} */
            default_billing_status?: "not_billable" | "billable" | null;
            estimate_seconds?: number | null;
            /**
             * Format: date
             * @description A calendar day, YYYY-MM-DD.
             */
            starts_on?: string | null;
            /**
             * Format: date
             * @description A calendar day, YYYY-MM-DD.
             */
            ends_on?: string | null;
            /** @description Merged into what is there; null deletes one. */
            custom_fields?: {
                [key: string]: string | null;
            };
        };
        NewRate: {
            workspace_id: number;
            /** @enum {string} */
            kind: "billable" | "cost";
            user_id?: number | null;
            client_id?: number | null;
            project_id?: number | null;
            task_id?: number | null;
            /**
             * @description Minor units an hour; null where from this day on the next level holds.
             * @example 9500
             */
            amount: number | null;
            /**
             * @description An ISO 4217 code.
             * @example EUR
             */
            currency?: string;
            /**
             * Format: date
             * @description The first day it holds for; null for always.
             * @example 2026-03-01
             */
            effective_from?: string | null;
        };
        NewReportLink: {
            shows_amounts?: boolean;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            expires_at?: string | null;
        };
        NewSavedReport: {
            workspace_id: number;
            /** @example Hours for Acme */
            name: string;
            question: components["schemas"]["ReportDefinition"];
            is_shared?: boolean;
        };
        NewSecondFactor: {
            /**
             * @description What the authenticator app is given, in base 32.
             * @example JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP
             */
            secret: string;
            /**
             * @description The same as the address that apps read from a QR code.
             * @example otpauth://totp/Sundial:ada%40example.com?issuer=Sundial&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP
             */
            uri: string;
        };
        NewTag: {
            workspace_id: number;
            /** @example bug */
            name: string;
            /**
             * @description #RRGGBB
             * @example #B45309
             */
            color?: string | null;
            description?: string | null;
        };
        NewTask: {
            project_id: number;
            /** @example Fix basket rounding */
            name: string;
            description?: string | null;
            status?: components["schemas"]["TaskStatus"];
            priority?: components["schemas"]["TaskPriority"];
            estimate_seconds?: number | null;
            /**
             * Format: date
             * @description A calendar day, YYYY-MM-DD.
             */
            due_on?: string | null;
            assignee_ids?: number[];
            tag_ids?: number[];
            /** @description By name; those that do not exist are created. */
            tags?: string[];
        };
        NewToken: {
            /** @example Billing script */
            name: string;
            description?: string | null;
            /** @description All of them (`*`) unless given. */
            scopes?: string[];
            /**
             * @description timing makes a key that begins with tm_.
             * @enum {string}
             */
            for?: "timetracker" | "timing";
            workspace_id?: number | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            expires_at?: string | null;
            allowed_ips?: string[];
        };
        NewUsage: {
            /**
             * @description The device it was seen on.
             * @example workshop-laptop
             */
            device: string;
            /**
             * @description Which stream of the device this is. With the start it names a sample.
             * @example windows
             */
            source: string;
            samples: {
                /**
                 * Format: date-time
                 * @description RFC 3339 with an offset; parts of a second are kept.
                 * @example 2026-03-02T09:00:00Z
                 */
                started_at: string;
                /**
                 * Format: date-time
                 * @description RFC 3339 with an offset; parts of a second are kept.
                 * @example 2026-03-02T09:12:30Z
                 */
                ended_at: string;
                /** @example Sketchbook */
                application?: string | null;
                /** @example Floor plan, sheet 2 */
                title?: string | null;
                /**
                 * @description A path or an address.
                 * @example https://docs.example.org/floor-plan
                 */
                path?: string | null;
                /** @description Nobody was at the device. */
                is_away?: boolean;
            }[];
        };
        NewUsageRule: {
            /**
             * @description What is looked at; a keyword is looked for in application, title and path.
             * @enum {string}
             */
            field: "application" | "title" | "path" | "domain" | "keyword";
            /**
             * @description Upper and lower case are alike.
             * @enum {string}
             */
            match: "is" | "contains" | "starts_with";
            /** @example docs.example.org */
            value: string;
            project_id: number;
            /** @description Its place, from 0. The first rule that applies decides. */
            position?: number;
        };
        NewWebhook: {
            /** @example Payroll */
            name: string;
            /**
             * @description https, and public, unless this server allows otherwise.
             * @example https://example.com/hooks/sundial
             */
            url: string;
            /**
             * @example [
             *       "entry.started",
             *       "project.*"
             *     ]
             */
            events: components["schemas"]["WebhookEvent"][];
            is_enabled?: boolean;
        };
        NewWorkspace: {
            /** @example Analytical Engines */
            name: string;
            /**
             * @description An IANA time zone, such as Europe/Berlin.
             * @example Europe/Berlin
             */
            time_zone?: string;
        };
        OpenSession: {
            id: number;
            /**
             * @description What the browser or client calls itself.
             * @example Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0
             */
            user_agent: string | null;
            /**
             * @description Where it signed in.
             * @example 203.0.113.7
             */
            ip: string | null;
            /** @enum {string} */
            opened_with: "password" | "key" | "personal_key" | "passkey" | "identity";
            /** @description The name of the key it was opened with. */
            key_name: string | null;
            /** @description This request came with it. */
            is_current: boolean;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was last used, to the hour.
             */
            last_seen_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            expires_at: string;
        };
        OpenSessionList: {
            data: components["schemas"]["OpenSession"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
        Operation: {
            /**
             * @description The undo is an operation too.
             * @example 5f1c7f7e-2f0b-4a3e-8a57-6f3a1c1f3b11
             */
            operation_id: string;
        };
        OwnedToken: components["schemas"]["Token"] & {
            user_id: number;
            /** @example ada@example.com */
            user_email: string;
            /** @example Ada Lovelace */
            user_name: string | null;
        };
        OwnedTokenList: {
            data: components["schemas"]["OwnedToken"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
        Passkey: {
            id: number;
            /** @example Firefox on Linux */
            name: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            last_used_at: string | null;
        };
        PasskeyChanges: {
            /** @example Firefox on Linux */
            name: string;
        };
        /** @description PublicKeyCredentialCreationOptionsJSON of WebAuthn, with more fields than these. */
        PasskeyCreation: {
            /** @description To be signed once, within five minutes. */
            challenge: string;
            rp: {
                /** @example time.example.org */
                id: string;
                name: string;
            };
            user: {
                id: string;
                /** @example ada@example.com */
                name: string;
                /** @example Ada Lovelace */
                displayName: string;
            };
            pubKeyCredParams: {
                alg: number;
                /** @enum {string} */
                type: "public-key";
            }[];
            timeout?: number;
        };
        PasskeyList: {
            data: components["schemas"]["Passkey"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
        /** @description PublicKeyCredentialRequestOptionsJSON of WebAuthn, with more fields than these. */
        PasskeyRequest: {
            /** @description To be signed once, within five minutes. */
            challenge: string;
            /** @example time.example.org */
            rpId: string;
            timeout?: number;
        };
        PasskeySignIn: {
            /** @description AuthenticationResponseJSON of WebAuthn. */
            response: {
                id: string;
                rawId: string;
                type: string;
                authenticatorAttachment?: string;
                response: {
                    clientDataJSON: string;
                    authenticatorData: string;
                    signature: string;
                    userHandle?: string;
                };
            };
        };
        PasskeyStart: {
            /**
             * @description The present password, where the account has one.
             * @example correct horse battery staple
             */
            password?: string;
        };
        PasswordChange: {
            /** @example tr0ub4dor and 3 */
            current_password: string;
            /** @example correct horse battery staple */
            password: string;
        };
        PasswordReset: {
            /** @example correct horse battery staple */
            password: string;
        };
        PasswordResetRequest: {
            /** @example ada@example.com */
            email: string;
        };
        PersonalKey: {
            /**
             * @description It may do everything one may do oneself.
             * @example 0f3c9a51d2b84e6f9a7be1c05d3f4a62
             */
            key: string;
        };
        Project: {
            id: number;
            workspace_id: number;
            parent_id: number | null;
            /** @description Among its siblings, from 0. */
            position: number;
            client_id: number | null;
            /** @example Shop */
            title: string;
            /**
             * @description The titles from the root to this project.
             * @example [
             *       "Website",
             *       "Shop"
             *     ]
             */
            title_chain: string[];
            code: string | null;
            notes: string | null;
            /**
             * @description #RRGGBB
             * @example #B45309
             */
            color: string;
            productivity_score: number;
            status: components["schemas"]["ProjectStatus"];
            is_archived: boolean;
            /** @description Archived itself, or under an archived parent. */
            is_hidden: boolean;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            archived_at: string | null;
            archive_reason: string | null;
            is_private: boolean;
            /** @enum {string|null} */
            default_billing_status: "not_billable" | "billable" | null;
            estimate_seconds: number | null;
            /**
             * Format: date
             * @description A calendar day, YYYY-MM-DD.
             */
            starts_on: string | null;
            /**
             * Format: date
             * @description A calendar day, YYYY-MM-DD.
             */
            ends_on: string | null;
            custom_fields: {
                [key: string]: string;
            };
            /** @description Grows with each change; send it as If-Match to write only what you read. */
            version: number;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            updated_at: string;
        };
        ProjectChanges: {
            /** @example Shop */
            title?: string;
            parent_id?: number | null;
            client_id?: number | null;
            code?: string | null;
            notes?: string | null;
            /**
             * @description #RRGGBB
             * @example #B45309
             */
            color?: string | null;
            productivity_score?: number;
            status?: components["schemas"]["ProjectStatus"];
            is_archived?: boolean;
            archive_reason?: string | null;
            is_private?: boolean;
            /** @enum {string|null} */
            default_billing_status?: "not_billable" | "billable" | null;
            estimate_seconds?: number | null;
            /**
             * Format: date
             * @description A calendar day, YYYY-MM-DD.
             */
            starts_on?: string | null;
            /**
             * Format: date
             * @description A calendar day, YYYY-MM-DD.
             */
            ends_on?: string | null;
            /** @description Merged into what is there; null deletes one. */
            custom_fields?: {
                [key: string]: string | null;
            };
            /** @description The place among its siblings. */
            position?: number;
        };
        ProjectList: {
            data: components["schemas"]["Project"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
        ProjectMember: {
            user_id: number;
            is_manager: boolean;
        };
        ProjectMembers: {
            data: components["schemas"]["ProjectMember"][];
        };
        /** @enum {string} */
        ProjectStatus: "active" | "on_hold" | "completed" | "cancelled" | "inactive";
        ProviderAddress: {
            /** @example https://login.example.org/auth?client_id=sundial */
            url: string;
        };
        ProviderSignIn: {
            /**
             * @description The page of this server to go to afterwards; the first one unless given.
             * @example /reports
             */
            to?: string;
            /** @description The token of an invitation link, for a new account. */
            invitation?: string;
            /**
             * @description An IANA time zone, such as Europe/Berlin.
             * @example Europe/Berlin
             */
            time_zone?: string;
        };
        PublicReport: {
            name: string;
            workspace: string;
            report: components["schemas"]["Report"];
        };
        Rate: {
            id: number;
            workspace_id: number;
            /** @enum {string} */
            kind: "billable" | "cost";
            /**
             * @description From the least to the most specific.
             * @enum {string}
             */
            level: "workspace" | "member" | "client" | "project" | "task" | "project_member";
            user_id: number | null;
            client_id: number | null;
            project_id: number | null;
            task_id: number | null;
            /**
             * @description Minor units an hour; null where from this day on the next level holds.
             * @example 9500
             */
            amount: number | null;
            /**
             * @description An ISO 4217 code.
             * @example EUR
             */
            currency: string;
            /**
             * Format: date
             * @description The first day it holds for; null for always.
             * @example 2026-03-01
             */
            effective_from: string | null;
            /** @description Grows with each change; send it as If-Match to write only what you read. */
            version: number;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            updated_at: string;
        };
        RateChanges: {
            /**
             * @description Minor units an hour; null where from this day on the next level holds.
             * @example 9500
             */
            amount?: number | null;
            /**
             * @description An ISO 4217 code.
             * @example EUR
             */
            currency?: string;
            /**
             * Format: date
             * @description The first day it holds for; null for always.
             * @example 2026-03-01
             */
            effective_from?: string | null;
        };
        RateList: {
            data: components["schemas"]["Rate"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
        RecordedUsage: {
            /**
             * @description How many samples are kept of this batch.
             * @example 1
             */
            recorded: number;
        };
        /** @description Each signs in once in place of a code. They are shown this once. */
        RecoveryCodes: {
            recovery_codes: string[];
        };
        Rejecting: {
            /** @example Wrong project */
            reason: string;
        };
        RejectingMany: {
            ids: number[];
            /** @example Wrong project */
            reason: string;
        };
        Report: {
            /**
             * Format: date
             * @description A calendar day, YYYY-MM-DD.
             */
            from: string | null;
            /**
             * Format: date
             * @description A calendar day, YYYY-MM-DD.
             */
            to: string | null;
            /**
             * @description An IANA time zone, such as Europe/Berlin.
             * @example Europe/Berlin
             */
            time_zone: string;
            group_by: string[];
            /** @enum {string} */
            attribution: "start" | "split";
            rounding: {
                /** @enum {string} */
                mode: "none" | "up" | "down" | "nearest";
                minutes: number;
                /** @enum {string} */
                per: "entry" | "day_project" | "total";
            };
            total: components["schemas"]["ReportMeasures"];
            groups: components["schemas"]["ReportLine"][];
            /** @description How many innermost lines there are. */
            row_count: number;
            /** @description True where not all of them are shown. */
            is_cut: boolean;
            /** @description True where lines add up to more than their total: an entry with two tags stands under both. */
            repeats_entries: boolean;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            as_of: string;
        };
        ReportDefinition: {
            workspace_id?: number;
            /** @description The entries of these people. */
            user_id?: number[];
            /** @description Those of everybody one may see; otherwise one’s own. */
            everyone?: boolean;
            /**
             * @description Days by name, which mean other days tomorrow.
             * @enum {string}
             */
            range?: "today" | "yesterday" | "this_week" | "last_week" | "this_month" | "last_month" | "this_year" | "last_year" | "last_7_days" | "last_30_days";
            /**
             * @description A day, or a moment with its offset.
             * @example 2026-03-01
             */
            from?: string;
            /**
             * @description A day, which counts whole, or a moment with its offset.
             * @example 2026-03-31
             */
            to?: string;
            /** @description In which days are meant; one’s own without it. */
            time_zone?: string;
            /** @description On these projects. */
            project_id?: number[];
            /** @description Also on the projects below those; true unless it is said. */
            with_children?: boolean;
            /** @description Also those without a project. */
            no_project?: boolean;
            /** @description For these clients, through the project or directly. */
            client_id?: number[];
            /** @description Also those for no client. */
            no_client?: boolean;
            /** @description On these tasks. */
            task_id?: number[];
            /** @description With any of these tags. */
            tag_id?: number[];
            /** @description Also those without a tag. */
            no_tag?: boolean;
            billing_status?: components["schemas"]["BillingStatus"][];
            /** @description Words that all occur in the title or the notes. */
            q?: string;
            running?: boolean;
            /**
             * @description The name of a custom field.
             * @example ticket
             */
            custom_field?: string;
            /** @description What it says. */
            custom_value?: string;
            /** @description Up to three of user, project, project:1 (the root, project:2 the one below), client, task, tag, title, notes, billing_status, rate, day, week, month, year. */
            group_by?: string[];
            /**
             * @description An entry that crosses midnight counts on the day it starts, or on each day what lies in it.
             * @enum {string}
             */
            attribution?: "start" | "split";
            /** @enum {string} */
            rounding?: "none" | "up" | "down" | "nearest";
            rounding_minutes?: number;
            /** @enum {string} */
            rounding_per?: "entry" | "day_project" | "total";
            /** @enum {string} */
            sort?: "label" | "-label" | "seconds" | "-seconds" | "amount" | "-amount";
            /**
             * @description Innermost lines at most.
             * @default 1000
             */
            limit: number;
        };
        ReportEntry: {
            id: number;
            user_id: number;
            user: string;
            /** @description The titles from the root. */
            project: string[];
            client: string | null;
            task: string | null;
            title: string | null;
            notes: string | null;
            tags: string[];
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            started_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            ended_at: string | null;
            /** @description What this report counts of it, rounded as it asks. */
            seconds: number;
            billing_status: components["schemas"]["BillingStatus"];
            /** @enum {string|null} */
            approval_status: "pending" | "approved" | "rejected" | null;
            /**
             * @description Minor units an hour.
             * @example 15000
             */
            billable_rate: number | null;
            /**
             * @description Minor units.
             * @example 15000
             */
            billable_amount: number | null;
            billable_currency: string | null;
            /**
             * @description Minor units.
             * @example 15000
             */
            cost_amount: number | null;
            cost_currency: string | null;
        };
        ReportEntryList: {
            data: components["schemas"]["ReportEntry"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
        ReportLine: {
            /** @example project */
            by: string;
            /** @description The id of what it stands for, the text itself, or the first day of a period; null for none. */
            key: number | string | null;
            /** @example Website */
            label: string | null;
            /** @description The titles from the root, for a project. */
            chain: string[] | null;
            color: string | null;
            total: components["schemas"]["ReportMeasures"];
            /** @example [] */
            groups: components["schemas"]["ReportLine"][];
        };
        ReportLink: {
            id: number;
            /** @description Whoever has it sees the report, without signing in. */
            url: string;
            /** @description Whether it shows what the time is billed for; never what it costs. */
            shows_amounts: boolean;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            expires_at: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            created_at: string;
        };
        ReportMeasures: {
            /** @example 3 */
            entries: number;
            /** @example 5400 */
            seconds: number;
            /** @example 5400 */
            billable_seconds: number;
            /** @description By currency; currencies are never added together. */
            money: components["schemas"]["ReportMoney"][];
        };
        ReportMoney: {
            /** @example EUR */
            currency: string;
            /**
             * @description Minor units; null where the reader may not know.
             * @example 15000
             */
            billable: number | null;
            /**
             * @description Minor units; null where the reader may not know.
             * @example 15000
             */
            cost: number | null;
            /**
             * @description Billable minus cost; null where one of them is.
             * @example 15000
             */
            profit: number | null;
        };
        RequestedApprovals: {
            data: components["schemas"]["Approval"][];
        };
        /** @enum {string} */
        Role: "owner" | "admin" | "manager" | "member" | "viewer";
        SavedReport: {
            id: number;
            workspace_id: number;
            user_id: number;
            /** @example Hours for Acme */
            name: string;
            question: components["schemas"]["ReportDefinition"];
            /** @description Other members of the workspace find it too. */
            is_shared: boolean;
            /** @description Grows with each change; send it as If-Match to write only what you read. */
            version: number;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            updated_at: string;
        };
        SavedReportChanges: {
            /** @example Hours for Acme */
            name?: string;
            question?: components["schemas"]["ReportDefinition"];
            is_shared?: boolean;
        };
        SavedReportList: {
            data: components["schemas"]["SavedReport"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
        SearchResult: {
            /** @enum {string} */
            kind: "project" | "task" | "client" | "entry" | "contact" | "lead" | "deal";
            id: number;
            workspace_id: number;
            /** @example Fix basket rounding */
            title: string;
            /**
             * @description What tells it from others of its name.
             * @example Website ▸ Shop
             */
            detail: string | null;
            project_id: number | null;
            client_id: number | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            started_at: string | null;
            duration_seconds: number | null;
        };
        SearchResults: {
            data: components["schemas"]["SearchResult"][];
        };
        SecondFactor: {
            /** @description Signing in takes a code as well. */
            is_on: boolean;
            /** @example 10 */
            recovery_codes_left: number;
        };
        SecondFactorCode: {
            /**
             * @description Six figures of the authenticator app, or a recovery code.
             * @example 492039
             */
            code: string;
        };
        SecondFactorEnd: {
            /** @example correct horse battery staple */
            password: string;
            /**
             * @description Six figures of the authenticator app, or a recovery code.
             * @example 492039
             */
            code: string;
        };
        SecondFactorStart: {
            /** @example correct horse battery staple */
            password: string;
        };
        Server: {
            /** @example Sundial */
            name: string;
            /** @example 0.1.0 */
            version: string;
            is_set_up: boolean;
            /** @enum {string} */
            registration: "open" | "invitation";
            sends_mail: boolean;
            /** @description The provider people may sign in with; null where there is none. */
            single_sign_on: {
                /** @example Example accounts */
                name: string;
            } | null;
            /**
             * @description An IANA time zone, such as Europe/Berlin.
             * @example Europe/Berlin
             */
            time_zone: string;
            /** @example https://sundial.example.org */
            base_url: string;
            /** @description The foreign systems this server speaks for, with the base URL to give a client. */
            wires: {
                /** @example timing */
                name: string;
                /** @example Timing */
                title: string;
                /** @example https://sundial.example.org/timing/api/v1 */
                base_url: string;
                /** @description What clients take as their address; the first is the usual one. */
                addresses: {
                    /** @example Web API */
                    title: string;
                    /** @example https://sundial.example.org/timing/api/v1 */
                    url: string;
                }[];
                /**
                 * @description The kind of key clients take: one made for them, the personal one of the profile, or the one for integrations.
                 * @enum {string}
                 */
                key: "timetracker" | "timing" | "personal" | "integration";
                /**
                 * @description A line for the command line; KEY stands for the key.
                 * @example curl https://sundial.example.org/timing/api/v1/teams -H 'Authorization: Bearer KEY'
                 */
                example: string;
            }[];
        };
        Session: {
            me: components["schemas"]["Me"] | null;
        };
        SignIn: {
            /** @example ada@example.com */
            email: string;
            /** @example correct horse battery staple */
            password: string;
            /**
             * @description With two-factor authentication on: six figures of the authenticator app, or a recovery code. Without it the answer is 401 with the reason `second_factor_required`.
             * @example 492039
             */
            code?: string;
        };
        StartedTimer: {
            entry: components["schemas"]["Entry"];
            stopped: components["schemas"]["Entry"] | null;
        };
        StoppedTimer: {
            entry: components["schemas"]["Entry"];
        };
        SubmittedWeek: {
            workspace_id: number;
            /**
             * Format: date
             * @description Any day of the week.
             * @example 2026-03-02
             */
            day: string;
            user_id?: number;
            comment?: string | null;
        };
        Tag: {
            id: number;
            workspace_id: number;
            /** @example bug */
            name: string;
            /**
             * @description #RRGGBB
             * @example #B45309
             */
            color: string | null;
            description: string | null;
            /** @description Grows with each change; send it as If-Match to write only what you read. */
            version: number;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            updated_at: string;
        };
        TagChanges: {
            /** @example bug */
            name?: string;
            /**
             * @description #RRGGBB
             * @example #B45309
             */
            color?: string | null;
            description?: string | null;
        };
        TagList: {
            data: components["schemas"]["Tag"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
        Task: {
            id: number;
            workspace_id: number;
            project_id: number;
            /** @example Fix basket rounding */
            name: string;
            description: string | null;
            status: components["schemas"]["TaskStatus"];
            priority: components["schemas"]["TaskPriority"];
            estimate_seconds: number | null;
            /**
             * Format: date
             * @description A calendar day, YYYY-MM-DD.
             */
            due_on: string | null;
            assignee_ids: number[];
            tags: {
                id: number;
                /** @example bug */
                name: string;
            }[];
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            completed_at: string | null;
            /** @description Grows with each change; send it as If-Match to write only what you read. */
            version: number;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            updated_at: string;
        };
        TaskChanges: {
            /** @description Another project of its workspace, as long as no time is booked on the task. */
            project_id?: number;
            /** @example Fix basket rounding */
            name?: string;
            description?: string | null;
            status?: components["schemas"]["TaskStatus"];
            priority?: components["schemas"]["TaskPriority"];
            estimate_seconds?: number | null;
            /**
             * Format: date
             * @description A calendar day, YYYY-MM-DD.
             */
            due_on?: string | null;
            assignee_ids?: number[];
            tag_ids?: number[];
            /** @description By name; those that do not exist are created. */
            tags?: string[];
        };
        TaskList: {
            data: components["schemas"]["Task"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
        /** @enum {string} */
        TaskPriority: "low" | "medium" | "high" | "urgent";
        /** @enum {string} */
        TaskStatus: "todo" | "in_progress" | "review" | "done" | "cancelled";
        Timer: {
            entry: components["schemas"]["Entry"] | null;
        };
        TimerStart: {
            workspace_id?: number | null;
            /** @example 1 */
            project_id?: number | null;
            task_id?: number | null;
            client_id?: number | null;
            /** @example Fix basket rounding */
            title?: string | null;
            notes?: string | null;
            /** @enum {string|null} */
            billing_status?: "not_billable" | "billable" | "billed" | "paid" | null;
            tag_ids?: number[];
            /** @description By name; those that do not exist are created. */
            tags?: string[];
            /** @description Merged into what is there; null deletes one. */
            custom_fields?: {
                [key: string]: string | null;
            };
            /** @description The invoice that billed it. */
            invoice_number?: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            started_at?: string;
            /**
             * @description What to do with my own entries in that time: keep them, refuse, or trim and remove them.
             * @enum {string}
             */
            overlap?: "allow" | "refuse" | "replace";
            /**
             * @description A timer that already runs is stopped unless this says refuse.
             * @enum {string}
             */
            if_running?: "stop" | "refuse";
        };
        TimerStop: {
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            ended_at?: string;
        };
        Timesheet: {
            id: number;
            workspace_id: number;
            user_id: number;
            /**
             * Format: date
             * @description A calendar day, YYYY-MM-DD.
             */
            starts_on: string;
            /**
             * Format: date
             * @description A calendar day, YYYY-MM-DD.
             */
            ends_on: string;
            /** @enum {string} */
            status: "draft" | "submitted" | "approved" | "rejected";
            /**
             * @description The finished time of the week.
             * @example 144000
             */
            seconds: number;
            /** @description How its finished entries stand. */
            counts: {
                open: number;
                pending: number;
                approved: number;
                rejected: number;
            };
            comment: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            submitted_at: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            closed_at: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            decided_at: string | null;
            decided_by: number | null;
            /** @description What was said at the latest decision; why, where it was rejected. */
            decision_comment: string | null;
            /** @description Grows with each change; send it as If-Match to write only what you read. */
            version: number;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            updated_at: string;
        };
        TimesheetList: {
            data: components["schemas"]["Timesheet"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
        Token: {
            id: number;
            /** @example Billing script */
            name: string;
            description: string | null;
            /**
             * @description The first eight characters, to tell keys apart.
             * @example tt_Xk3pQ
             */
            prefix: string;
            /** @description A key that is switched off is refused. */
            is_active: boolean;
            scopes: string[];
            /** @description The one key that integrations take. */
            is_integration: boolean;
            workspace_id: number | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            expires_at: string | null;
            allowed_ips: string[];
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            last_used_at: string | null;
            usage_count: number;
            /** @description How many times the usual limits the key may use up; the administrators of the installation raise it. */
            limit_factor: number;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            created_at: string;
        };
        TokenChanges: {
            /** @example Billing script */
            name?: string;
            description?: string | null;
            is_active?: boolean;
            allowed_ips?: string[];
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            expires_at?: string | null;
        };
        TokenList: {
            data: components["schemas"]["Token"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
        UsageAssignment: {
            ids: number[];
            /** @description The project they are put on; null for none. */
            project_id: number | null;
        };
        UsageRange: {
            /**
             * @description A day, or a moment with its offset.
             * @example 2026-03-01
             */
            from: string;
            /**
             * @description A day, which counts whole, or a moment with its offset.
             * @example 2026-03-31
             */
            to: string;
            /** @description In which days are meant; one’s own without it. */
            time_zone?: string;
        };
        UsageRule: {
            id: number;
            /** @description Its place, from 0. The first rule that applies decides. */
            position: number;
            /**
             * @description What is looked at; a keyword is looked for in application, title and path.
             * @enum {string}
             */
            field: "application" | "title" | "path" | "domain" | "keyword";
            /**
             * @description Upper and lower case are alike.
             * @enum {string}
             */
            match: "is" | "contains" | "starts_with";
            /** @example docs.example.org */
            value: string;
            workspace_id: number;
            project_id: number;
            /** @description Grows with each change; send it as If-Match to write only what you read. */
            version: number;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            updated_at: string;
        };
        UsageRuleChanges: {
            /**
             * @description What is looked at; a keyword is looked for in application, title and path.
             * @enum {string}
             */
            field?: "application" | "title" | "path" | "domain" | "keyword";
            /**
             * @description Upper and lower case are alike.
             * @enum {string}
             */
            match?: "is" | "contains" | "starts_with";
            /** @example docs.example.org */
            value?: string;
            project_id?: number;
            /** @description Its place, from 0. The first rule that applies decides. */
            position?: number;
        };
        UsageRules: {
            data: components["schemas"]["UsageRule"][];
        };
        UsageSample: {
            id: number;
            /**
             * @description The device it was seen on.
             * @example workshop-laptop
             */
            device: string;
            /**
             * @description Which stream of the device it came in.
             * @example windows
             */
            source: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; parts of a second are kept.
             * @example 2026-03-02T09:00:00Z
             */
            started_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; parts of a second are kept.
             * @example 2026-03-02T09:12:30Z
             */
            ended_at: string;
            /** @example Sketchbook */
            application: string | null;
            /** @example Floor plan, sheet 2 */
            title: string | null;
            /**
             * @description A path or an address.
             * @example https://docs.example.org/floor-plan
             */
            path: string | null;
            /** @example docs.example.org */
            domain: string | null;
            /** @description Nobody was at the device: what else it saw then does not count. */
            is_away: boolean;
            project_id: number | null;
            /** @description Rules leave it alone. */
            is_assigned_by_hand: boolean;
        };
        UsageSampleList: {
            data: components["schemas"]["UsageSample"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
        UsageSamples: {
            data: components["schemas"]["UsageSample"][];
        };
        UsageSummary: {
            /** @description What was asked for is set; null in it is time without one. The longest 500. */
            data: {
                /** @example Sketchbook */
                application: string | null;
                /** @example docs.example.org */
                domain: string | null;
                project_id: number | null;
                /**
                 * Format: date
                 * @description A calendar day, YYYY-MM-DD.
                 */
                day: string | null;
                /** @example 4230 */
                seconds: number;
            }[];
            /**
             * @description Of all of it, shown or not.
             * @example 18120
             */
            total_seconds: number;
        };
        User: {
            id: number;
            /** @example ada@example.com */
            email: string;
            /** @example Ada Lovelace */
            name: string | null;
            is_admin: boolean;
            is_active: boolean;
            /** @description Signing in takes a code beside the password. */
            has_second_factor: boolean;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            created_at: string;
        };
        UserChanges: {
            is_admin?: boolean;
            is_active?: boolean;
        };
        UserList: {
            data: components["schemas"]["User"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
        Webhook: {
            id: number;
            workspace_id: number;
            /** @description Who made it, or switched it on again: it is told what this person may see. */
            user_id: number;
            /**
             * @description In the words of which API it is told.
             * @example native
             */
            wire: string;
            /** @example Payroll */
            name: string;
            /** @example https://example.com/hooks/sundial */
            url: string;
            /**
             * @example [
             *       "entry.started",
             *       "project.*"
             *     ]
             */
            events: components["schemas"]["WebhookEvent"][];
            /** @description One’s own: it hears what its person may see in every workspace. */
            hears_everywhere: boolean;
            is_enabled: boolean;
            /**
             * Format: date-time
             * @description Null until the receiver has confirmed it, on the wires that ask for that.
             */
            validated_at: string | null;
            /** @description Messages that were given up since the last that arrived; with ten it is switched off. */
            failures_in_row: number;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            disabled_at: string | null;
            /** @enum {string|null} */
            disabled_reason: "switched_off" | "failing" | "gone" | "creator_left" | null;
            /** @description Grows with each change; send it as If-Match to write only what you read. */
            version: number;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            updated_at: string;
        };
        WebhookChanges: {
            /** @example Payroll */
            name?: string;
            /**
             * @description https, and public, unless this server allows otherwise.
             * @example https://example.com/hooks/sundial
             */
            url?: string;
            /**
             * @example [
             *       "entry.started",
             *       "project.*"
             *     ]
             */
            events?: components["schemas"]["WebhookEvent"][];
            is_enabled?: boolean;
        };
        /**
         * @description One kind of event, all about one kind of thing, or everything.
         * @enum {string}
         */
        WebhookEvent: "*" | "entry.*" | "project.*" | "client.*" | "task.*" | "tag.*" | "contact.*" | "lead.*" | "deal.*" | "approval.*" | "timesheet.*" | "member.*" | "workspace.*" | "entry.created" | "entry.started" | "entry.stopped" | "entry.updated" | "entry.deleted" | "entry.restored" | "project.created" | "project.updated" | "project.deleted" | "project.restored" | "project.budget_reached" | "client.created" | "client.updated" | "client.deleted" | "client.restored" | "task.created" | "task.updated" | "task.deleted" | "task.restored" | "tag.created" | "tag.updated" | "tag.deleted" | "tag.restored" | "contact.created" | "contact.updated" | "contact.deleted" | "contact.restored" | "lead.created" | "lead.updated" | "lead.converted" | "lead.deleted" | "lead.restored" | "deal.created" | "deal.updated" | "deal.deleted" | "deal.restored" | "approval.created" | "approval.approved" | "approval.rejected" | "approval.cancelled" | "approval.reopened" | "timesheet.submitted" | "timesheet.closed" | "member.created" | "member.updated" | "workspace.updated" | "workspace.deleted";
        WebhookSecret: {
            /**
             * @description What messages are signed with, as Standard Webhooks does: HMAC-SHA256.
             * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
             */
            secret: string;
        };
        WireUse: {
            /** @example timing */
            wire: string;
            /**
             * @description What the client calls itself, in `User-Agent`.
             * @example Timing/2026.1
             */
            client: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            used_at: string;
        };
        WireUses: {
            data: components["schemas"]["WireUse"][];
        };
        Workspace: {
            id: number;
            /** @enum {string} */
            kind: "personal" | "team";
            /** @example Analytical Engines */
            name: string;
            /**
             * @description An IANA time zone, such as Europe/Berlin.
             * @example Europe/Berlin
             */
            time_zone: string;
            /** @description 1 is Monday, 7 is Sunday. */
            week_start: number;
            /** @enum {string|null} */
            default_billing_status: "not_billable" | "billable" | null;
            /**
             * Format: date
             * @description A calendar day, YYYY-MM-DD.
             */
            locked_before: string | null;
            refuses_overlap: boolean;
            protects_billed: boolean;
            only_admins_create_projects: boolean;
            /**
             * @description An ISO 4217 code.
             * @example EUR
             */
            currency: string;
            /** @enum {string} */
            rounding_mode: "none" | "up" | "down" | "nearest";
            rounding_minutes: number;
            /** @enum {string} */
            rounding_per: "entry" | "day_project" | "total";
            /** @description What nobody here is to use. */
            disabled_modules: ("clients" | "contacts" | "leads" | "deals" | "time_approvals")[];
            role: components["schemas"]["Role"];
            /** @description Grows with each change; send it as If-Match to write only what you read. */
            version: number;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset; answers are in UTC, whole seconds.
             */
            created_at: string;
        };
        WorkspaceChanges: {
            /** @example Analytical Engines */
            name?: string;
            /**
             * @description An IANA time zone, such as Europe/Berlin.
             * @example Europe/Berlin
             */
            time_zone?: string;
            /** @description 1 is Monday, 7 is Sunday. */
            week_start?: number;
            /** @enum {string|null} */
            default_billing_status?: "not_billable" | "billable" | null;
            /**
             * Format: date
             * @description A calendar day, YYYY-MM-DD.
             */
            locked_before?: string | null;
            refuses_overlap?: boolean;
            protects_billed?: boolean;
            only_admins_create_projects?: boolean;
            /**
             * @description An ISO 4217 code.
             * @example EUR
             */
            currency?: string;
            /** @enum {string} */
            rounding_mode?: "none" | "up" | "down" | "nearest";
            rounding_minutes?: number;
            /** @enum {string} */
            rounding_per?: "entry" | "day_project" | "total";
            /** @description What nobody here is to use. */
            disabled_modules?: ("clients" | "contacts" | "leads" | "deals" | "time_approvals")[];
        };
        WorkspaceList: {
            data: components["schemas"]["Workspace"][];
            /** @description Send it as `cursor` for what follows; null at the end. */
            next_cursor: string | null;
        };
    };
    responses: {
        /** @description The request cannot be read. */
        Malformed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description No key, or one that is wrong or expired. */
        Unauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Not allowed with this role or this key. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description There is no such thing, or it is not yours to know. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description It contradicts what is there: a name that is taken, another version, no running timer. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The link was used or has expired. */
        Gone: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The body is too large. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The body is not JSON. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description A field is wrong; `fields` says which and why. */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The period is locked, or the entry has been billed. */
        Locked: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Too many requests; `Retry-After` says how many seconds to wait. */
        RateLimited: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description A fault of the server. */
        Internal: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The database cannot be reached just now. */
        Unavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Names what was written, to undo it. */
        "X-Operation-Id": string;
        /** @description The version, to send as If-Match. */
        ETag: string;
        /** @description `true` where the first answer is given again. */
        "Idempotent-Replayed": string;
        /** @description Requests this key may still make in this minute. */
        "X-RateLimit-Remaining": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getServer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Server"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    signUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccount"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["Malformed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UserChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createPasswordResetLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Link"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["Malformed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MeChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    makeSampleData: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeSampleData: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWireUses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WireUses"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordResetRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["Malformed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordReset"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenSessionList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactor"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    beginSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorStart"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSecondFactor"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorCode"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorCode"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    endSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorEnd"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    resetSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPasskeys: {
        parameters: {
            query?: {
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    addPasskey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPasskey"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passkey"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    beginPasskey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PasskeyStart"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyCreation"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    removePasskey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    renamePasskey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passkey"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    beginPasskeySignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyRequest"];
                };
            };
            409: components["responses"]["Conflict"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    signInWithPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeySignIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["Malformed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    finishProviderSignIn: {
        parameters: {
            query?: {
                code?: string;
                state?: string;
                error?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            302: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    beginProviderSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ProviderSignIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderAddress"];
                };
            };
            400: components["responses"]["Malformed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listIdentities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identities"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    beginLinkingIdentity: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderAddress"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    unlinkIdentity: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTokens: {
        parameters: {
            query?: {
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewToken"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedToken"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createIntegrationKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedToken"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TokenChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPersonalKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalKey"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    resetPersonalKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalKey"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAllTokens: {
        parameters: {
            query?: {
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
                user_id?: number;
                /** @description Part of the owner’s address. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedTokenList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createTokenFor: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOwnedToken"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedOwnedToken"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeAnyToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateAnyToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnyTokenChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnedToken"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    rotateToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedOwnedToken"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
                /** @description Part of the name or the address. */
                q?: string;
                state?: "active" | "inactive" | "admin";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccountFor"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeAccount"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UserChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listJobs: {
        parameters: {
            query?: {
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
                /** @description It waits for its time, a process works on it, or it was given up. */
                state?: "waiting" | "running" | "failed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    retryJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWorkspaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createWorkspace: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWorkspace"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteWorkspace: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateWorkspace: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WorkspaceChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    endMembership: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
                member_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
                member_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MemberChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInvitation"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedInvitation"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
                invitation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationPreview"];
                };
            };
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Membership"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listClients: {
        parameters: {
            query?: {
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
                workspace_id?: number;
                /** @description Part of the name. */
                q?: string;
                is_active?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewClient"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ClientChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listContacts: {
        parameters: {
            query?: {
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
                workspace_id?: number;
                client_id?: number;
                /** @description Part of the name, address or title. */
                q?: string;
                is_active?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewContact"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ContactChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listLeads: {
        parameters: {
            query?: {
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
                workspace_id?: number;
                status?: ("new" | "contacted" | "qualified" | "converted" | "lost")[];
                owner_id?: number;
                source?: string;
                /** @description Part of the name, company or address. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createLead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLead"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getLead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteLead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateLead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["LeadChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    convertLead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Conversion"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Converted"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDeals: {
        parameters: {
            query?: {
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
                workspace_id?: number;
                stage?: "prospecting" | "qualification" | "proposal" | "negotiation" | "closed_won" | "closed_lost";
                client_id?: number;
                status?: "open" | "won" | "lost" | "cancelled";
                owner_id?: number;
                /** @description Part of the name or description. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createDeal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDeal"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deal"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    sumDeals: {
        parameters: {
            query: {
                workspace_id: number;
                status?: "open" | "won" | "lost" | "cancelled";
                owner_id?: number;
                /** @description Part of the name or description. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealSums"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getDeal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deal"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteDeal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateDeal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DealChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deal"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listProjects: {
        parameters: {
            query?: {
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
                workspace_id?: number;
                /** @description Words that all occur in the title. */
                q?: string;
                /** @description Also those that are archived, or below an archived one. */
                include_archived?: boolean;
                client_id?: number;
                /** @description The children of this project; 0 for the roots. */
                parent_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewProject"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ProjectChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listProjectMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectMembers"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    setProjectMembers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectMembers"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectMembers"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTasks: {
        parameters: {
            query?: {
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
                workspace_id?: number;
                project_id?: number;
                status?: components["schemas"]["TaskStatus"];
                /** @description Part of the name. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTask"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TaskChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTags: {
        parameters: {
            query?: {
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
                workspace_id?: number;
                /** @description Part of the name. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createTag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTag"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteTag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateTag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TagChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEntries: {
        parameters: {
            query?: {
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
                workspace_id?: number;
                /** @description The entries of these people. */
                user_id?: number[];
                /** @description Those of everybody one may see; otherwise one’s own. */
                everyone?: boolean;
                /** @description Days by name, which mean other days tomorrow. */
                range?: "today" | "yesterday" | "this_week" | "last_week" | "this_month" | "last_month" | "this_year" | "last_year" | "last_7_days" | "last_30_days";
                /** @description A day, or a moment with its offset. */
                from?: string;
                /** @description A day, which counts whole, or a moment with its offset. */
                to?: string;
                /** @description In which days are meant; one’s own without it. */
                time_zone?: string;
                /** @description On these projects. */
                project_id?: number[];
                /** @description Also on the projects below those; true unless it is said. */
                with_children?: boolean;
                /** @description Also those without a project. */
                no_project?: boolean;
                /** @description For these clients, through the project or directly. */
                client_id?: number[];
                /** @description Also those for no client. */
                no_client?: boolean;
                /** @description On these tasks. */
                task_id?: number[];
                /** @description With any of these tags. */
                tag_id?: number[];
                /** @description Also those without a tag. */
                no_tag?: boolean;
                billing_status?: components["schemas"]["BillingStatus"][];
                /** @description Words that all occur in the title or the notes. */
                q?: string;
                running?: boolean;
                /** @description The name of a custom field. */
                custom_field?: string;
                /** @description What it says. */
                custom_value?: string;
                /** @description Entries with time in the range, or those that start in it. */
                attribute?: "overlap" | "start";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEntry"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            423: components["responses"]["Locked"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteEntries: {
        parameters: {
            query: {
                ids: number[];
                /** @description Also entries that belong to somebody else. */
                for_others?: boolean;
            };
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            423: components["responses"]["Locked"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateEntries: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkEntryChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entries"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            423: components["responses"]["Locked"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteEntry: {
        parameters: {
            query?: {
                /** @description The owner, where the entry belongs to somebody else. */
                user_id?: number;
            };
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            423: components["responses"]["Locked"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EntryChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            423: components["responses"]["Locked"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTimer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timer"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    startTimer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TimerStart"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedTimer"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            423: components["responses"]["Locked"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    stopTimer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TimerStop"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoppedTimer"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            423: components["responses"]["Locked"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    pauseTimer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoppedTimer"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            423: components["responses"]["Locked"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    resumeTimer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoppedTimer"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            423: components["responses"]["Locked"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listApprovals: {
        parameters: {
            query?: {
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
                workspace_id?: number;
                /** @description What waits for my decision, what I asked for, or all that I may see. */
                view?: "to_decide" | "requested" | "all";
                status?: "pending" | "approved" | "rejected" | "cancelled";
                entry_id?: number;
                timesheet_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    requestApproval: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApprovals"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestedApprovals"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    countApprovals: {
        parameters: {
            query?: {
                workspace_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalCount"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    approve: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Approving"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    reject: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rejecting"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelApproval: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    approveMany: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovingMany"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionResults"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    rejectMany: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RejectingMany"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionResults"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    reopenEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            423: components["responses"]["Locked"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listApprovalPolicies: {
        parameters: {
            query: {
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
                workspace_id: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalPolicyList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createApprovalPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApprovalPolicy"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalPolicy"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteApprovalPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateApprovalPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ApprovalPolicyChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalPolicy"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTimesheets: {
        parameters: {
            query?: {
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
                workspace_id?: number;
                user_id?: number;
                /** @description A calendar day, YYYY-MM-DD. */
                from?: string;
                /** @description A calendar day, YYYY-MM-DD. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimesheetList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    submitWeek: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmittedWeek"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timesheet"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    withdrawTimesheet: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timesheet"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    approveTimesheet: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Approving"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timesheet"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    rejectTimesheet: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rejecting"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timesheet"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    closeTimesheet: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Approving"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timesheet"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    search: {
        parameters: {
            query: {
                /** @description Words, each of which must occur; upper and lower case are alike. */
                q: string;
                workspace_id?: number;
                kinds?: ("project" | "task" | "client" | "entry" | "contact" | "lead" | "deal")[];
                /** @description How many of each kind at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResults"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listUsage: {
        parameters: {
            query?: {
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
                /** @description A day, or a moment with its offset. A sample belongs to the range in which it starts. */
                from?: string;
                /** @description A day, which counts whole, or a moment with its offset. */
                to?: string;
                /** @description In which days are meant; one’s own without it. */
                time_zone?: string;
                device?: string;
                /** @description On this project or one below it. */
                project_id?: number;
                /** @description Only what is on no project. */
                unassigned?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageSampleList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    recordUsage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUsage"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedUsage"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteUsage: {
        parameters: {
            query?: {
                /** @description A day, or a moment with its offset. A sample belongs to the range in which it starts. */
                from?: string;
                /** @description A day, which counts whole, or a moment with its offset. */
                to?: string;
                /** @description In which days are meant; one’s own without it. */
                time_zone?: string;
                device?: string;
            };
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedUsage"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    assignUsage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UsageAssignment"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageSamples"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    summarizeUsage: {
        parameters: {
            query: {
                /** @description A day, or a moment with its offset. A sample belongs to the range in which it starts. */
                from: string;
                /** @description A day, which counts whole, or a moment with its offset. */
                to: string;
                /** @description In which days are meant; one’s own without it. */
                time_zone?: string;
                device?: string;
                /** @description What to add up by; applications without it. */
                by?: "application" | "domain" | "project" | "day";
                /** @description Leaves out the time inside one’s own entries. */
                without_entries?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageSummary"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listUsageRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageRules"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createUsageRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUsageRule"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageRule"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteUsageRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateUsageRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UsageRuleChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageRule"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    applyUsageRules: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UsageRange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppliedRules"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    runReport: {
        parameters: {
            query?: {
                workspace_id?: number;
                /** @description The entries of these people. */
                user_id?: number[];
                /** @description Those of everybody one may see; otherwise one’s own. */
                everyone?: boolean;
                /** @description Days by name, which mean other days tomorrow. */
                range?: "today" | "yesterday" | "this_week" | "last_week" | "this_month" | "last_month" | "this_year" | "last_year" | "last_7_days" | "last_30_days";
                /** @description A day, or a moment with its offset. */
                from?: string;
                /** @description A day, which counts whole, or a moment with its offset. */
                to?: string;
                /** @description In which days are meant; one’s own without it. */
                time_zone?: string;
                /** @description On these projects. */
                project_id?: number[];
                /** @description Also on the projects below those; true unless it is said. */
                with_children?: boolean;
                /** @description Also those without a project. */
                no_project?: boolean;
                /** @description For these clients, through the project or directly. */
                client_id?: number[];
                /** @description Also those for no client. */
                no_client?: boolean;
                /** @description On these tasks. */
                task_id?: number[];
                /** @description With any of these tags. */
                tag_id?: number[];
                /** @description Also those without a tag. */
                no_tag?: boolean;
                billing_status?: components["schemas"]["BillingStatus"][];
                /** @description Words that all occur in the title or the notes. */
                q?: string;
                running?: boolean;
                /** @description The name of a custom field. */
                custom_field?: string;
                /** @description What it says. */
                custom_value?: string;
                /** @description Up to three of user, project, project:1 (the root, project:2 the one below), client, task, tag, title, notes, billing_status, rate, day, week, month, year. */
                group_by?: string[];
                /** @description An entry that crosses midnight counts on the day it starts, or on each day what lies in it. */
                attribution?: "start" | "split";
                rounding?: "none" | "up" | "down" | "nearest";
                rounding_minutes?: number;
                rounding_per?: "entry" | "day_project" | "total";
                sort?: "label" | "-label" | "seconds" | "-seconds" | "amount" | "-amount";
                /** @description Innermost lines at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listReportEntries: {
        parameters: {
            query?: {
                workspace_id?: number;
                /** @description The entries of these people. */
                user_id?: number[];
                /** @description Those of everybody one may see; otherwise one’s own. */
                everyone?: boolean;
                /** @description Days by name, which mean other days tomorrow. */
                range?: "today" | "yesterday" | "this_week" | "last_week" | "this_month" | "last_month" | "this_year" | "last_year" | "last_7_days" | "last_30_days";
                /** @description A day, or a moment with its offset. */
                from?: string;
                /** @description A day, which counts whole, or a moment with its offset. */
                to?: string;
                /** @description In which days are meant; one’s own without it. */
                time_zone?: string;
                /** @description On these projects. */
                project_id?: number[];
                /** @description Also on the projects below those; true unless it is said. */
                with_children?: boolean;
                /** @description Also those without a project. */
                no_project?: boolean;
                /** @description For these clients, through the project or directly. */
                client_id?: number[];
                /** @description Also those for no client. */
                no_client?: boolean;
                /** @description On these tasks. */
                task_id?: number[];
                /** @description With any of these tags. */
                tag_id?: number[];
                /** @description Also those without a tag. */
                no_tag?: boolean;
                billing_status?: components["schemas"]["BillingStatus"][];
                /** @description Words that all occur in the title or the notes. */
                q?: string;
                running?: boolean;
                /** @description The name of a custom field. */
                custom_field?: string;
                /** @description What it says. */
                custom_value?: string;
                /** @description Up to three of user, project, project:1 (the root, project:2 the one below), client, task, tag, title, notes, billing_status, rate, day, week, month, year. */
                group_by?: string[];
                /** @description An entry that crosses midnight counts on the day it starts, or on each day what lies in it. */
                attribution?: "start" | "split";
                rounding?: "none" | "up" | "down" | "nearest";
                rounding_minutes?: number;
                rounding_per?: "entry" | "day_project" | "total";
                sort?: "label" | "-label" | "seconds" | "-seconds" | "amount" | "-amount";
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportEntryList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportReport: {
        parameters: {
            query: {
                workspace_id?: number;
                /** @description The entries of these people. */
                user_id?: number[];
                /** @description Those of everybody one may see; otherwise one’s own. */
                everyone?: boolean;
                /** @description Days by name, which mean other days tomorrow. */
                range?: "today" | "yesterday" | "this_week" | "last_week" | "this_month" | "last_month" | "this_year" | "last_year" | "last_7_days" | "last_30_days";
                /** @description A day, or a moment with its offset. */
                from?: string;
                /** @description A day, which counts whole, or a moment with its offset. */
                to?: string;
                /** @description In which days are meant; one’s own without it. */
                time_zone?: string;
                /** @description On these projects. */
                project_id?: number[];
                /** @description Also on the projects below those; true unless it is said. */
                with_children?: boolean;
                /** @description Also those without a project. */
                no_project?: boolean;
                /** @description For these clients, through the project or directly. */
                client_id?: number[];
                /** @description Also those for no client. */
                no_client?: boolean;
                /** @description On these tasks. */
                task_id?: number[];
                /** @description With any of these tags. */
                tag_id?: number[];
                /** @description Also those without a tag. */
                no_tag?: boolean;
                billing_status?: components["schemas"]["BillingStatus"][];
                /** @description Words that all occur in the title or the notes. */
                q?: string;
                running?: boolean;
                /** @description The name of a custom field. */
                custom_field?: string;
                /** @description What it says. */
                custom_value?: string;
                /** @description Up to three of user, project, project:1 (the root, project:2 the one below), client, task, tag, title, notes, billing_status, rate, day, week, month, year. */
                group_by?: string[];
                /** @description An entry that crosses midnight counts on the day it starts, or on each day what lies in it. */
                attribution?: "start" | "split";
                rounding?: "none" | "up" | "down" | "nearest";
                rounding_minutes?: number;
                rounding_per?: "entry" | "day_project" | "total";
                sort?: "label" | "-label" | "seconds" | "-seconds" | "amount" | "-amount";
                format: "csv" | "xlsx" | "pdf" | "json";
                /** @description The lines of the report, or every entry behind it. */
                detail?: "summary" | "entries";
                /** @description For PDF. */
                paper?: "a4" | "letter";
                /** @description What the file is called. */
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSavedReports: {
        parameters: {
            query?: {
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
                workspace_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedReportList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createSavedReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSavedReport"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedReport"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSavedReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedReport"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteSavedReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateSavedReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SavedReportChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedReport"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listReportLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ReportLink"][];
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createReportLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewReportLink"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportLink"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeReportLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
                link_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPublicReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicReport"];
                };
            };
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportPublicReport: {
        parameters: {
            query: {
                format: "csv" | "xlsx" | "pdf" | "json";
                /** @description For PDF. */
                paper?: "a4" | "letter";
            };
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listExports: {
        parameters: {
            query?: {
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createExport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewExport"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createFullExport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFullExport"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteExport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    downloadExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listRates: {
        parameters: {
            query: {
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
                workspace_id: number;
                kind?: "billable" | "cost";
                /** @description From the least to the most specific. */
                level?: "workspace" | "member" | "client" | "project" | "task" | "project_member";
                user_id?: number;
                client_id?: number;
                project_id?: number;
                task_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createRate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rate"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteRate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateRate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RateChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rate"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listBudgets: {
        parameters: {
            query: {
                workspace_id: number;
                project_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Budgets"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    setBudget: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewBudget"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Budget"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    clearBudget: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
                /** @description Only those that this API keeps, such as native. */
                wire?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedWebhookList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedWebhook"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOwnWebhooks: {
        parameters: {
            query?: {
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
                /** @description Only those that this API keeps, such as native. */
                wire?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedWebhookList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createOwnWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedWebhook"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WebhookChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSecret"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
                /** @description The version you have read. Where the row has changed since, the answer is 409 and nothing is written. */
                "If-Match"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSecret"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    pingWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
                status?: "waiting" | "done" | "failed";
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryDetails"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    redeliver: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEvents: {
        parameters: {
            query: {
                /** @description Where to go on: the next_cursor of the page before. */
                cursor?: string;
                /** @description How many rows at most. */
                limit?: number;
                workspace_id: number;
                /** @description Who did it. */
                user_id?: number;
                subject_kind?: "user" | "identity" | "token" | "passkey" | "workspace" | "member" | "invitation" | "client" | "project" | "task" | "tag" | "entry" | "app_usage" | "usage_rule" | "rate" | "saved_report" | "report_link" | "webhook" | "approval" | "approval_policy" | "timesheet" | "contact" | "lead" | "deal";
                subject_id?: number;
                verb?: "created" | "updated" | "deleted" | "started" | "stopped" | "restored" | "signed_in" | "signed_out" | "password_changed" | "second_factor_begun" | "second_factor_added" | "second_factor_removed" | "recovery_codes_made" | "recovery_code_used" | "budget_reached" | "converted" | "approved" | "rejected" | "cancelled" | "reopened" | "submitted" | "closed";
                /** @description RFC 3339 with an offset; answers are in UTC, whole seconds. */
                from?: string;
                /** @description RFC 3339 with an offset; answers are in UTC, whole seconds. */
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    streamEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    undoOperation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of your own. A repetition under it within a day gets the first answer again and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                operation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Operation-Id": components["headers"]["X-Operation-Id"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Invalid"];
            423: components["responses"]["Locked"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
}
